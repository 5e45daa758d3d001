"""Addresses of the audit below `/admin/audit/`."""

from django.urls import path

from access.admin.audit_views import AuditListView

app_name = "access_audit"
urlpatterns = [
    path("", AuditListView.as_view(), name="index"),
    path("results/", AuditListView.as_view(results_only=True), name="index_results"),
]
