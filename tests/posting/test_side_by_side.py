"""The same item from a phone twice at once, and several people who decide on one: on PostgreSQL."""

import threading
import time
import uuid

import pytest
from django.db import transaction

from kim_sites.models import KimImage, NewsPage
from kim_sites.services.approval import ApprovalRefused
from posting.models import Kind, Post
from posting.services.deciding import decide
from posting.services.make import make_page
from posting.services.photos import keep_photo
from tests.factories import make_kim, member, picture_file
from tests.test_side_by_side import at_once

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.postgres]


def test_an_item_sent_four_times_at_once_is_one_page_with_one_photo():
    kim = make_kim("sekali")
    editor, key, photo = member(kim, "editor"), uuid.uuid4(), uuid.uuid4()
    stored = at_once([lambda: keep_photo(editor, kim, photo, picture_file(size=(90, 60))) for _number in range(4)])
    assert len({image.pk for image in stored}) == 1
    data = {"kim": kim, "key": key, "photos": [(photo, "")], "text": "Panen.", "title": "Panen", "category": "economy"}

    made = at_once([lambda: make_page(editor, Kind.NEWS, data) for _number in range(4)])

    assert sorted(each.is_new for each in made) == [False, False, False, True]
    assert NewsPage.objects.count() == Post.objects.count() == KimImage.objects.count() == 1


def waiting_page():
    """A KIM and an article of its contributor that waits for the chair."""
    kim = make_kim("menunggu")
    author, photo = member(kim, "contributor"), uuid.uuid4()
    keep_photo(author, kim, photo, picture_file(size=(90, 60)))
    data = {"kim": kim, "key": uuid.uuid4(), "photos": [(photo, "")], "text": "Panen.", "title": "Panen"}
    made = make_page(author, Kind.NEWS, {**data, "category": "economy"})
    return kim, author, NewsPage.objects.get(pk=made.post.page_id)


def test_of_chairs_who_decide_at_once_one_does_and_the_others_are_told_what_was_done():
    kim, _author, page = waiting_page()
    chairs = [member(kim, "chair") for _number in range(4)]
    shown = str(page.latest_revision_id)
    actions = ["approve", "reject", "approve", "reject"]

    results = at_once(
        [
            lambda chair=chair, action=action: decide(chair, page, action, "Tambah nama.", shown)
            for chair, action in zip(chairs, actions, strict=True)
        ]
    )

    assert results.count(None) == 1
    first = actions[results.index(None)]
    word = "menyetujui" if first == "approve" else "mengembalikan"
    assert all(word in str(result) for result in results if result is not None), results
    page.refresh_from_db()
    assert page.live == (first == "approve")


@pytest.mark.parametrize("round_", range(4))
def test_a_version_saved_while_the_chair_decides_is_never_published_unread(round_):
    kim, author, page = waiting_page()
    chair, shown = member(kim, "chair"), str(page.latest_revision_id)

    def save_another():
        with transaction.atomic():
            latest = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
            latest.title = "Belum dibaca"
            latest.save_revision(user=author)

    calls = [lambda: decide(chair, page, "approve", "", shown), save_another]
    results = at_once(calls if round_ % 2 else calls[::-1])

    decision = results[0 if round_ % 2 else 1]
    page.refresh_from_db()
    assert page.title == "Panen"
    assert decision is None or isinstance(decision, ApprovalRefused), decision
    assert page.live == (decision is None)


def test_a_decision_waits_for_a_version_that_is_being_saved_and_is_refused_then():
    _kim, author, page = waiting_page()
    chair, shown = member(page.kim, "chair"), str(page.latest_revision_id)
    is_saved, is_waiting = threading.Event(), threading.Event()

    def save_slowly():
        with transaction.atomic():
            latest = page.get_latest_revision_as_object()
            latest.title = "Belum dibaca"
            latest.save_revision(user=author)
            is_saved.set()
            is_waiting.wait(5)
            time.sleep(0.3)

    def decide_meanwhile():
        is_saved.wait(5)
        is_waiting.set()
        decide(chair, page, "approve", "", shown)

    _saved, decision = at_once([save_slowly, decide_meanwhile])

    assert isinstance(decision, ApprovalRefused), decision
    page.refresh_from_db()
    assert not page.live


def test_other_words_under_one_key_at_once_are_one_page_and_the_rest_are_told_apart():
    kim = make_kim("sekunci")
    editor, key, photo = member(kim, "editor"), uuid.uuid4(), uuid.uuid4()
    keep_photo(editor, kim, photo, picture_file(size=(90, 60)))
    data = {"kim": kim, "key": key, "photos": [(photo, "")], "text": "Panen.", "category": "economy"}

    made = at_once(
        [
            lambda word=word: make_page(editor, Kind.NEWS, {**data, "title": word, "fingerprint": word})
            for word in ("satu", "dua", "tiga")
        ]
    )

    assert sorted((each.is_new, each.is_same) for each in made) == [(False, False), (False, False), (True, True)]
    assert NewsPage.objects.count() == 1
