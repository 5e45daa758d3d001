"""A KIM is exported by its chair, removed by an operator and restored by a curator; readers see no difference."""

import re

import pytest

from home.services.hubs import curator_group, find_hub
from kim_sites.models import Kim, Region, User
from tests.browser.person import PASSWORD, said
from tests.factories import make_image, make_news, make_product

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]
PAGES = ("/", "/berita/", "/produk/", "/prestasi/", "/tentang/")


def submit(person) -> None:
    """The main button of a form."""
    with person.page.expect_navigation(timeout=60_000):
        person.page.locator("main form button[type=submit]").last.click()


def read(reader, portal) -> list[str]:
    """What a reader sees on each page, without the names of picture files."""
    seen = []
    for path in PAGES:
        answer = reader.page.goto(portal.url("parenggean", path))
        body = re.sub(r"/(media|-)/[^\s\"&,]+", "…", reader.page.locator("body").inner_html())
        seen.append(f"{answer.status} {body}")
    return seen


def test_export_remove_restore_and_readers_see_no_difference(village, somebody, tmp_path):
    kim = village.kim
    picture = make_image(kim, size=(640, 427))
    make_news(kim, title="Panen raya", lead_image=picture, lead_image_alt="Sawah")
    make_product(kim, title="Madu kelulut", image=picture)
    curator = User.objects.create_user("kominfo@example.id", PASSWORD)
    curator.groups.add(curator_group(find_hub(Region.objects.get(code="62.02"))))
    User.objects.create_superuser("operator@example.id", PASSWORD)
    chair, operator, office, reader = (somebody(name) for name in ("chair", "operator", "office", "reader"))
    before = read(reader, village)
    assert "Panen raya" in before[0]

    chair.sign_in(village.people["chair"])
    chair.page.goto(chair.admin(f"export/{kim.pk}/"))
    submit(chair)
    chair.look("exported")
    with chair.page.expect_download() as download:
        chair.page.get_by_role("link", name=said("Download"), exact=True).click()
    archive = tmp_path / download.value.suggested_filename
    download.value.save_as(archive)

    operator.sign_in("operator@example.id")
    operator.page.goto(operator.admin(f"kim/{kim.pk}/archive/"))
    operator.page.locator("textarea").fill("Kelompok ini sudah bubar.")
    submit(operator)
    operator.look("archived")
    assert reader.page.goto(village.url("parenggean")).status == 200
    reader.look("archive")
    assert said("Archive") in reader.words()
    operator.tap(said("Remove the KIM for good"), "link")
    operator.page.locator("input[name=address]").fill("parenggean")
    operator.look("remove")
    submit(operator)
    operator.look("removed")
    assert not Kim.objects.filter(slug="parenggean").exists()
    assert reader.page.goto(village.url("parenggean")).status == 404
    reader.take_troubles()

    office.sign_in("kominfo@example.id")
    office.page.goto(office.admin("restore/"))
    office.page.locator("input[type=file]").set_input_files(archive)
    office.look("chosen")
    submit(office)
    office.look("looked-into")
    submit(office)
    office.look("restored")
    assert Kim.objects.get(slug="parenggean").status == Kim.Status.ACTIVE

    assert read(reader, village) == before
    for person in (chair, operator, office, reader):
        assert person.take_troubles() == [], person.name
