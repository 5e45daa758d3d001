"""Addresses of the life of a KIM below `/admin/kim/`."""

from django.urls import path

from lifecycle.admin import life_views as views
from lifecycle.admin import moving_views as moving

app_name = "kim_life"
urlpatterns = [
    path("<int:kim_id>/", views.StatusView.as_view(), name="status"),
    path("<int:kim_id>/suspend/", views.SuspendView.as_view(), name="suspend"),
    path("<int:kim_id>/resume/", views.ResumeView.as_view(), name="resume"),
    path("<int:kim_id>/archive/", views.ArchiveView.as_view(), name="archive"),
    path("<int:kim_id>/unarchive/", views.UnarchiveView.as_view(), name="unarchive"),
    path("<int:kim_id>/address/", moving.AddressView.as_view(), name="address"),
    path("<int:kim_id>/domain/", moving.DomainView.as_view(), name="domain"),
    path("<int:kim_id>/domain/leave/", moving.LeaveDomainView.as_view(), name="leave_domain"),
    path("<int:kim_id>/region/", moving.RegionView.as_view(), name="region"),
    path("<int:kim_id>/merge/", moving.MergeView.as_view(), name="merge"),
    path("<int:kim_id>/unmerge/", moving.UnmergeView.as_view(), name="unmerge"),
    path("<int:kim_id>/remove/", views.RemoveView.as_view(), name="remove"),
]
