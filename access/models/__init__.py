"""The models of access: the audit."""

from .audit import AuditEntry

__all__ = ["AuditEntry"]
