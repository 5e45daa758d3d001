"""Views of search, news feed, sitemap and robots.txt."""

from .feeds import NewsFeed
from .results import search
from .robots import robots
from .sitemaps import sitemap, sitemap_part

__all__ = ["NewsFeed", "robots", "search", "sitemap", "sitemap_part"]
