"""Addresses of search, feed, sitemap and robots.txt; each answers for the asked host alone."""

from django.urls import path

from search import views

urlpatterns = [
    path("umpan.atom", views.NewsFeed(), name="feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", views.sitemap_part, name="sitemap_part"),
    path("robots.txt", views.robots, name="robots"),
]
localized = [path("cari/", views.search, name="search")]
