"""What the life of a KIM needs to remember."""

from .archives import ExportJob, RestoreJob
from .forum import ForumOfficer

__all__ = ["ExportJob", "ForumOfficer", "RestoreJob"]
