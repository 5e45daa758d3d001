"""Addresses of curation below `/admin/curation/`."""

from django.urls import path

from home.admin import views

app_name = "kim_curation"
urlpatterns = [
    path("", views.HubListView.as_view(), name="hubs"),
    path("decisions/", views.KimDecisionsView.as_view(), name="decisions"),
    path("<int:hub_id>/", views.EntryListView.as_view(), name="list"),
    path("<int:hub_id>/feature/<int:page_id>/", views.FeatureView.as_view(), name="feature"),
    path("<int:hub_id>/hide/<int:page_id>/", views.HideView.as_view(), name="hide"),
    path("<int:hub_id>/undo/<int:page_id>/", views.UndoView.as_view(), name="undo"),
]
