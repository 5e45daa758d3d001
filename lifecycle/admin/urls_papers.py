"""Addresses of papers below `/admin/papers/`."""

from django.urls import path

from lifecycle.admin import papers, roster

app_name = "kim_papers"
urlpatterns = [
    path("", papers.KimListView.as_view(), name="index"),
    path("expired/", papers.WatchView.as_view(), name="expired"),
    path("kim/<int:kim_id>/", papers.PaperListView.as_view(), name="list"),
    path("kim/<int:kim_id>/add/", papers.AddView.as_view(), name="add"),
    path("kim/<int:kim_id>/officers/", roster.OfficersView.as_view(), name="officers"),
    path("kim/<int:kim_id>/more-time/", papers.TolerateView.as_view(), name="tolerate"),
    path("kim/<int:kim_id>/suspend/", papers.SuspendView.as_view(), name="suspend"),
    path("kim/<int:kim_id>/<int:paper_id>/", papers.PaperView.as_view(), name="paper"),
    path("kim/<int:kim_id>/<int:paper_id>/change/", papers.ChangeView.as_view(), name="change"),
    path("kim/<int:kim_id>/<int:paper_id>/remove/", papers.RemoveView.as_view(), name="remove"),
    path("kim/<int:kim_id>/<int:paper_id>/page/<int:number>/", papers.SheetView.as_view(), name="sheet"),
]
