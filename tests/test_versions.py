"""The numbers that kept pages stand on, and pages that many ask for at once. No database in sight."""

import subprocess
import sys
import threading
import time
from datetime import datetime

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from cms.middleware import page_cache
from cms.middleware.page_cache import PageCacheMiddleware
from kim_sites.services import versions
from kim_sites.services.versions import ALL, CacheNumbers, FileNumbers, of_hub, of_hubs_above, of_kim


@pytest.fixture(autouse=True)
def _kept(settings):
    settings.PAGE_CACHE = True
    caches["pages"].clear()


@pytest.fixture(params=["file", "cache"])
def numbers(request, tmp_path, monkeypatch):
    """Both places where numbers may be."""
    made = FileNumbers(tmp_path / "numbers") if request.param == "file" else CacheNumbers(caches["default"])
    monkeypatch.setattr(versions, "numbers", lambda: made)
    return made


def page(text: str = "Halo", names=("kim:1",)):
    """A view of one page."""

    def view(request):
        request.page_versions = list(names)
        return HttpResponse(text * 100, headers={"Cache-Control": "public, no-cache"})

    return view


def get(middleware, path: str = "/"):
    return middleware(RequestFactory().get(path, headers={"host": "desa.localhost"}))


def test_each_name_has_a_number_of_its_own(numbers):
    names = [ALL, of_hub("00"), of_hub("62"), of_hub("62.02"), of_kim(1), of_kim(62), of_kim(6202), of_kim(90_000)]
    before = numbers.current(names)
    for name in names:
        others = [other for other in names if other != name]
        untouched = numbers.current(others)
        numbers.bump([name])
        assert numbers.current(others) == untouched
    assert all(old != new for old, new in zip(before, numbers.current(names), strict=True))


def test_a_number_that_the_cache_threw_away_never_comes_back():
    numbers = CacheNumbers(caches["default"])
    before = numbers.current([of_kim(5)])
    caches["default"].clear()
    assert numbers.current([of_kim(5)]) != before
    assert numbers.current([of_kim(5)]) == numbers.current([of_kim(5)])


def test_another_process_sees_a_change_at_once(tmp_path):
    path, name = tmp_path / "numbers", of_kim(70_000)
    here = FileNumbers(path)
    before = here.current([name, of_kim(70_001)])
    code = (
        "import sys, pathlib; from django.conf import settings; settings.configure(INSTALLED_APPS=[]);"
        "sys.modules['kim_sites.models'] = sys.modules['kim_sites.models.regions'] = type('m', (), {'NATION_CODE': '00'});"
        "from kim_sites.services.versions import FileNumbers;"
        f"FileNumbers(pathlib.Path({str(path)!r})).bump([{name!r}] * 1000)"
    )
    others = [subprocess.Popen([sys.executable, "-c", code]) for _number in range(2)]
    assert [other.wait(timeout=60) for other in others] == [0, 0]
    assert here.current([name, of_kim(70_001)]) == [before[0] + 2000, before[1]]  # side by side, and none is lost


def test_the_hubs_above_a_village():
    assert of_hubs_above("62.02.04.1001") == ["hub:00", "hub:62", "hub:62.02"]
    assert of_hubs_above("00") == ["hub:00"]


def test_a_change_while_a_page_is_being_made_is_not_lost(numbers):
    """Read before the change, finished after it: such a page may be sent, but must not be kept."""
    text = ["lama"]

    def slow(request):
        answer = page(text[0])(request)
        if text[0] == "lama":
            text[0] = "baru"
            versions.bump(of_kim(1))
        return answer

    middleware = PageCacheMiddleware(slow)
    assert b"lama" in get(middleware).content
    assert b"baru" in get(middleware).content


def test_many_readers_of_a_cold_page_have_it_made_once(numbers):
    made = []

    def slow(request):
        made.append(1)
        time.sleep(0.3)
        return page()(request)

    middleware, answers = PageCacheMiddleware(slow), []
    readers = [threading.Thread(target=lambda: answers.append(get(middleware))) for _number in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(made) == 1
    assert sorted(answer.headers["X-Page-Cache"] for answer in answers) == ["hit"] * 7 + ["miss"]
    assert {answer.content for answer in answers} == {b"Halo" * 100}


def test_who_waited_for_a_page_that_cannot_be_kept_makes_it_alone(numbers):
    def private(request):
        time.sleep(0.2)
        return HttpResponse("Rahasia", headers={"Cache-Control": "private"})

    middleware, answers = PageCacheMiddleware(private), []
    readers = [threading.Thread(target=lambda: answers.append(get(middleware))) for _number in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert [answer.content for answer in answers] == [b"Rahasia"] * 3


def test_a_page_whose_making_fails_is_made_by_the_next_one(numbers):
    def broken(request):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        get(PageCacheMiddleware(broken))
    begun = time.monotonic()
    assert get(PageCacheMiddleware(page())).status_code == 200
    assert time.monotonic() - begun < 1


def test_a_new_release_of_the_program_starts_anew(numbers, monkeypatch):
    assert get(PageCacheMiddleware(page())).headers["X-Page-Cache"] == "miss"
    assert get(PageCacheMiddleware(page())).headers["X-Page-Cache"] == "hit"
    monkeypatch.setattr(page_cache, "release", lambda: "next")
    assert get(PageCacheMiddleware(page())).headers["X-Page-Cache"] == "miss"


def test_no_page_outlives_its_day(settings, monkeypatch):
    settings.PAGE_CACHE_SECONDS = 3600
    zone = timezone.get_default_timezone()
    for hour, expected in ((12, 3600), (23, 600)):
        moment = datetime(2026, 8, 17, hour, 50, tzinfo=zone)
        monkeypatch.setattr(page_cache.timezone, "localtime", lambda moment=moment: moment)
        assert page_cache.seconds_to_keep() == expected
