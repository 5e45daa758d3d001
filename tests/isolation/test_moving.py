"""Pages and files do not go from one KIM to another, one by one or many at once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page

from kim_sites.models import NewsIndexPage, NewsPage
from tests import factories
from tests.isolation.snapshot import differences, rows_of
from tests.isolation.test_references import client_of, says_nothing

pytestmark = pytest.mark.django_db


class TestMoving:
    """Pages do not go from one KIM to another, not even by those who may work on both."""

    @pytest.fixture
    def neighbour(self, world):
        return factories.make_kim("tetangga", region_code="62.02.05.1002")

    def test_a_curator_of_both_neither_moves_nor_copies(self, world, neighbour):
        client = client_of(world.people["regency curator"])
        page, target = world.a.pages["news"], factories.index_of(neighbour, NewsIndexPage)
        before = Page.objects.descendant_of(target).count()
        client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))
        for extra in ({}, {"alias": "on"}, {"publish_copies": "on"}):
            form = {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": target.pk, **extra}
            response = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)
            assert response.status_code == 200
        assert Page.objects.descendant_of(target).count() == before
        assert Page.objects.get(pk=page.pk).path == page.path

    def test_bulk_moving_is_refused_too(self, world, neighbour):
        client = client_of(world.people["regency curator"])
        page, target = world.a.pages["news"], factories.index_of(neighbour, NewsIndexPage)
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
        client.post(f"{url}?id={page.pk}", {"chooser": target.pk})
        assert Page.objects.get(pk=page.pk).path == page.path

    def test_code_is_refused_too(self, world, neighbour):
        page, target = world.a.pages["news"], factories.index_of(neighbour, NewsIndexPage)
        with pytest.raises(PermissionDenied):
            page.copy(to=target, update_attrs={"slug": "salinan"})
        with pytest.raises(PermissionDenied):
            page.create_alias(parent=target, update_slug="salinan")
        assert not page.can_move_to(target)

    def test_within_a_kim_pages_are_copied(self, world, editor):
        page = world.a.pages["news"]
        form = {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": page.get_parent().pk}
        assert editor.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form).status_code == 302
        assert NewsPage.objects.filter(slug="salinan").exists()


class TestBulk:
    """Bulk actions, with another tenant's ids and with "all"."""

    def test_pages_of_another_kim_are_neither_shown_nor_touched(self, world):
        before = rows_of(world.b)
        theirs = world.b.pages["draft"]
        parent = theirs.get_parent().pk
        queries = [
            f"id={theirs.pk}",
            f"id={world.a.pages['draft'].pk}&id={theirs.pk}",
            f"id=all&childOf={parent}",
            "id=all",
        ]
        # Deleting comes last: "all" of A's own pages really go.
        for action in ("publish", "unpublish", "move", "delete"):
            for query in queries:
                url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?{query}"
                for role in ("editor", "chair", "provincial curator"):
                    client = client_of(world.people[role])
                    assert says_nothing(client.get(url)), url
                    client.post(url, {"include_descendants": "on", "chooser": parent})
        assert not differences(before, rows_of(world.b))

    def test_files_of_another_kim_are_neither_shown_nor_touched(self, world):
        before = rows_of(world.b)
        chair = client_of(world.people["chair"])
        place = world.b.kim.collection.pk
        for kind in ("image", "document"):
            own, theirs = world.a.objects[kind].pk, world.b.objects[kind].pk
            for action in ("add_tags", "add_to_collection", "delete"):
                for query in (f"id={theirs}", f"id={own}&id={theirs}", f"id=all&childOf={place}", "id=all"):
                    url = reverse("wagtail_bulk_action", args=["kim_sites", f"kim{kind}", action]) + f"?{query}"
                    assert says_nothing(chair.get(url)), url
                    chair.post(url, {"tags": "dicuri", "collection": world.a.kim.collection.pk})
        assert not differences(before, rows_of(world.b))
