"""The Atom feed: the newest of a KIM, or of everything below a hub's region."""

import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from home.models import FeedEntry
from kim_sites.models import KimHomePage
from search.hosts import home_of, is_closed

NEWEST = 30  # entries
MAX_AGE = 300  # seconds


class DatedAtomFeed(Atom1Feed):
    """Without entries it dates from the site's beginning, and not from each time it is asked for."""

    def latest_post_date(self) -> datetime.datetime:
        """When the newest entry was last changed."""
        return super().latest_post_date() if self.items else self.feed["since"]


@method_decorator([require_safe, cache_control(public=True, max_age=MAX_AGE), conditional_page], name="__call__")
class NewsFeed(Feed):
    """Everything is absolute: feed readers know no host."""

    feed_type = DatedAtomFeed

    def __call__(self, request, *args, **kwargs):
        """Answer, unless the KIM is closed: then feed readers are told to come back."""
        home = home_of(request)
        if is_closed(home):
            if home.kim.status == home.kim.Status.SUSPENDED:
                return HttpResponse(status=503, headers={"Retry-After": "86400", "Cache-Control": "no-store"})
            raise Http404
        home.feed_root = request._wagtail_site.root_url  # no query, unlike the page's own full_url
        request.feed_home = home
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request, *args, **kwargs):
        """The home page of the asked host."""
        return request.feed_home

    def items(self, home):
        """The newest entries in the source language. One query."""
        rows = FeedEntry.objects.in_language(settings.LANGUAGE_CODE, settings.LANGUAGE_CODE)
        if isinstance(home, KimHomePage):
            rows = rows.filter(kim_id=home.kim_id)
        else:
            rows = rows.below(home.region).shown_on(home)
        return rows.rising().newest().select_related("page")[:NEWEST]

    def feed_extra_kwargs(self, home):
        """When the site began, for a feed without entries."""
        return {"since": home.first_published_at or home.latest_revision_created_at or timezone.now()}

    def title(self, home) -> str:
        """The name of the KIM or the hub."""
        return home.title

    def subtitle(self, home) -> str:
        """What it is."""
        return home.share_description or _("The newest from %(name)s") % {"name": home.title}

    def link(self, home) -> str:
        """The home page."""
        return f"{home.feed_root}/"

    def feed_url(self, home) -> str:
        """The feed itself."""
        return f"{home.feed_root}{reverse('feed')}"

    feed_guid = feed_url
    language = settings.LANGUAGE_CODE.split("-")[0]

    def author_name(self, home) -> str:
        """Who publishes the feed."""
        return home.title

    def item_title(self, item) -> str:
        """The headline."""
        return item.title

    def item_description(self, item) -> str:
        """The summary."""
        return item.summary

    def item_link(self, item) -> str:
        """The entry's one address."""
        return item.url

    def item_guid(self, item) -> str:
        """Stays the same if the title, the address or the host changes."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item) -> datetime.datetime:
        """The day of the entry."""
        return item.sort_at

    def item_updateddate(self, item) -> datetime.datetime:
        """When it was last published."""
        return max(item.sort_at, item.page.last_published_at or item.sort_at)

    def item_author_name(self, item) -> str:
        """The KIM."""
        return item.kim_name

    def item_categories(self, item) -> list[str]:
        """Its category in words."""
        return [item.category_label] if item.category_label else []
