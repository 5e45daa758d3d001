"""Addresses of the check of applications below `/admin/applications/`."""

from django.urls import path

from onboarding.admin import queue, rules, views

app_name = "kim_applications"
urlpatterns = [
    path("", queue.QueueView.as_view(), name="index"),
    path("rules/", rules.RulesListView.as_view(), name="rules"),
    path("rules/<str:code>/", rules.RulesView.as_view(), name="rules_of"),
    path("<int:application_id>/", views.DetailView.as_view(), name="detail"),
    path("<int:application_id>/paper/", views.PaperView.as_view(), name="paper"),
    path("<int:application_id>/scan/<int:number>/", views.ScanView.as_view(), name="scan"),
    path("<int:application_id>/progress/", views.ProgressView.as_view(), name="progress"),
    path("<int:application_id>/ask/", views.AskView.as_view(), name="ask"),
    path("<int:application_id>/refuse/", views.RefuseView.as_view(), name="refuse"),
    path("<int:application_id>/reopen/", views.ReopenView.as_view(), name="reopen"),
    path("<int:application_id>/approve/", views.ApproveView.as_view(), name="approve"),
    path("<int:application_id>/correct/", views.CorrectView.as_view(), name="correct"),
]
