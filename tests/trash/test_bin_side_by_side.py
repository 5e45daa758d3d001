"""Two who delete or bring back at once, on PostgreSQL."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from tests.factories import make_kim, make_news, member
from tests.test_side_by_side import at_once
from trash.models import BinPage, DeletedPage
from trash.services import bin as bins

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.postgres]


def test_six_kim_delete_at_once_and_the_tree_stays_sound():
    kims = [make_kim(f"hapus-{number}") for number in range(6)]
    work = [(member(kim, "editor"), make_news(kim, f"Berita {kim.slug}")) for kim in kims]

    results = at_once([lambda person=person, page=page: bins.put_away(person, [page]) for person, page in work])

    assert [len(result) for result in results] == [1] * 6
    assert BinPage.objects.get().numchild == 6
    assert Page.find_problems() == ([], [], [], [], [])
    results = at_once([lambda i=i: bins.bring_back(work[i][0], results[i][0].pk) for i in range(6)])
    assert all(is_whole for _page, is_whole in results)
    assert BinPage.objects.get().numchild == 0
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_same_page_deleted_twice_at_once_is_in_the_bin_once():
    kim = make_kim("dua-kali")
    people, news = [member(kim, "editor"), member(kim, "chair")], make_news(kim)

    results = at_once([lambda person=person: bins.put_away(person, [news]) for person in people])

    assert sorted(len(result) for result in results) == [0, 1]
    assert DeletedPage.objects.count() == 1


def test_two_bring_the_same_page_back_at_once_and_one_does():
    kim = make_kim("kembali")
    people, news = [member(kim, "editor"), member(kim, "chair")], make_news(kim)
    (row,) = bins.put_away(people[0], [news])

    results = at_once([lambda person=person: bins.bring_back(person, row.pk) for person in people])

    assert sorted(isinstance(result, PermissionDenied) for result in results) == [False, True]
    assert Page.objects.get(pk=news.pk).live
    assert Page.find_problems() == ([], [], [], [], [])
