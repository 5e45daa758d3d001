"""What readers find, and what they never find."""

import datetime
import re

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.models import Curation, HubPage
from kim_sites.services.provisioning import resume_kim, suspend_kim
from search import fulltext
from search.models import SearchDocument, SearchWord
from search.scopes import Scope
from search.services.query import parse
from search.services.suggestions import suggest
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs what waits for the end of the transaction: the vocabulary is written then."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def body(text: str) -> list:
    """A body of one paragraph."""
    return [("text", f"<p>{text}</p>")]


def titles(response) -> list[str]:
    """Titles of the results on a page."""
    assert response.status_code == 200
    return [entry.title for entry in response.context["listing"].page.object_list]


def search(client, words: str, path: str = "/cari/", **params) -> list[str]:
    """Titles that a reader finds."""
    return titles(client.get(path, {"q": words, **params}))


def hub_of(code: str) -> HubPage:
    """The hub of a region."""
    return HubPage.objects.get(region_id=code)


@pytest.mark.parametrize("typed", ["membangun", "pembangunan", "dibangun", "BANGUNAN", "bangun"])
def test_all_forms_of_a_word_find_it(kim, site_client, typed):
    factories.make_news(kim, "Jembatan gantung", body=body("Warga mulai membangun jembatan."))
    factories.make_news(kim, "Panen padi", body=body("Hasil bagus."))
    assert search(site_client(kim), typed) == ["Jembatan gantung"]


@pytest.mark.parametrize("typed", ["kerup", "kerupuk", "Kerupuk.", "kerupuk ikan", "ikan kerup"])
def test_the_beginning_of_the_last_word_is_enough(kim, site_client, typed):
    factories.make_product(kim, "Kerupuk ikan pipih")
    assert search(site_client(kim), typed) == ["Kerupuk ikan pipih"]


def test_a_beginning_is_not_enough_for_an_earlier_word(kim, site_client):
    factories.make_product(kim, "Kerupuk ikan pipih")
    assert search(site_client(kim), "kerup ikan") == []


@pytest.mark.parametrize("typed", ["anak-anak", "anak anak", "anak2", "jum'at", "jumat", "Jum’at", "dan", "22"])
def test_words_are_found_however_they_are_typed(kim, site_client, typed):
    # The starter pages of a KIM are found by small words too.
    factories.make_news(kim, "Anak-anak dan Jum'at bersih, 22 peserta")
    assert len([title for title in search(site_client(kim), typed) if "22 peserta" in title]) == 1


def test_all_words_must_be_there_but_little_words_do_not_count(kim, site_client):
    factories.make_news(kim, "Lomba perahu")
    factories.make_news(kim, "Lomba masak")
    assert search(site_client(kim), "lomba di perahu") == ["Lomba perahu"]


def test_a_match_in_the_title_comes_first_and_then_the_newest(kim, site_client):
    today = timezone.localdate()
    factories.make_news(kim, "Tua", body=body("Kabar sungai."), date=today - datetime.timedelta(days=9))
    factories.make_news(kim, "Sungai bersih", body=body("Kabar."), date=today - datetime.timedelta(days=30))
    factories.make_news(kim, "Muda", body=body("Kabar sungai."), date=today)
    assert search(site_client(kim), "sungai") == ["Sungai bersih", "Muda", "Tua"]


def test_pages_of_a_kim_are_found_on_its_own_host_only(kim, other_kim, site_client):
    factories.make_news(kim, "Rapat rotan Parenggean")
    factories.make_news(other_kim, "Rapat rotan Sambas")
    factories.make_info(kim, "Cara menganyam rotan")

    assert set(search(site_client(kim), "rotan")) == {"Rapat rotan Parenggean", "Cara menganyam rotan"}
    assert search(site_client(other_kim), "rotan") == ["Rapat rotan Sambas"]


def test_no_word_that_a_page_contains_opens_another_scope(kim, other_kim, site_client):
    factories.make_news(kim, f"Menyamar _k{other_kim.pk} k{other_kim.pk} _up rotan")
    assert search(site_client(other_kim), "rotan") == []
    assert search(site_client(other_kim), f"_k{kim.pk}") == []


def test_a_hub_finds_what_is_below_its_region(kim, other_kim, site_client):
    east = factories.make_kim("tamiang", region_code="62.13.01.1012")
    factories.make_news(kim, "Rotan kotim")
    factories.make_news(east, "Rotan bartim")
    factories.make_news(other_kim, "Rotan sambas")
    factories.make_info(kim, "Rotan info")

    assert set(search(site_client("kalteng"), "rotan")) == {"Rotan kotim", "Rotan bartim"}
    assert search(site_client("kalbar"), "rotan") == ["Rotan sambas"]
    assert len(search(site_client(""), "rotan")) == 3
    assert search(site_client("kalteng"), "rotan", wilayah="62.13") == ["Rotan bartim"]
    assert search(site_client(""), "rotan", wilayah="61") == ["Rotan sambas"]
    assert len(search(site_client("kalteng"), "rotan", wilayah="61.01")) == 2, "a place elsewhere is no filter here"


def test_a_hub_finds_a_kim_by_its_name_and_place(kim, site_client):
    factories.make_news(kim, "Rapat rotan")
    assert search(site_client("kalteng"), "rotan parenggean") == ["Rapat rotan"]
    assert search(site_client("kalteng"), "rotan pareng") == ["Rapat rotan"]
    assert search(site_client(kim), "rotan parenggean") == [], "on its own site that says nothing"


def test_what_a_hub_hid_is_not_found_there_and_elsewhere_it_is(kim, site_client):
    page = factories.make_news(kim, "Rapat rotan")
    hub = hub_of("62")
    Curation.objects.create(hub_key=hub.translation_key, hub_name=hub.title, page_id=page.pk, decision="hidden")
    assert search(site_client("kalteng"), "rotan") == []
    assert search(site_client(""), "rotan") == ["Rapat rotan"]
    assert search(site_client(kim), "rotan") == ["Rapat rotan"]


def test_the_kind_narrows_the_results(kim, site_client):
    factories.make_news(kim, "Berita madu")
    factories.make_product(kim, "Madu kelulut")
    factories.make_achievement(kim, "Juara madu")
    client = site_client(kim)
    assert search(client, "madu", jenis="product") == ["Madu kelulut"]
    assert search(client, "madu", jenis="achievement") == ["Juara madu"]
    assert len(search(client, "madu", jenis="apa-saja")) == 3
    kinds = [choice.value for choice in client.get("/cari/").context["listing"].filters[0].choices]
    assert kinds == ["", "news", "product", "achievement", "potential", "info"]
    assert "info" not in [c.value for c in site_client("").get("/cari/").context["listing"].filters[0].choices]


def test_drafts_and_private_pages_are_never_found(kim, site_client):
    factories.make_news(kim, "Rotan draf", live=False)
    private = factories.make_news(kim, "Rotan rahasia")
    live = factories.make_news(kim, "Rotan terbuka")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    live.title = "Rotan draf kedua"
    live.save_revision()

    assert search(site_client(kim), "rotan") == ["Rotan terbuka"]
    assert SearchDocument.objects.filter(title_words__contains="rotan").count() == 1


def test_what_is_unpublished_or_deleted_is_gone_at_once(kim, site_client):
    first, second = factories.make_news(kim, "Rotan satu"), factories.make_news(kim, "Rotan dua")
    first.unpublish()
    assert search(site_client(kim), "rotan") == ["Rotan dua"]
    second.delete()
    assert search(site_client(kim), "rotan") == []
    assert fulltext.check_integrity()


def test_a_suspended_kim_shows_its_closed_page_and_is_found_nowhere(kim, site_client):
    factories.make_news(kim, "Rotan")
    suspend_kim(kim, "SK habis")
    response = site_client(kim).get("/cari/", {"q": "rotan"})
    assert response.status_code == 503
    assert "KIM Parenggean" in response.content.decode()
    assert search(site_client("kalteng"), "rotan") == []
    resume_kim(kim)
    assert search(site_client(kim), "rotan") == ["Rotan"]


def test_readers_of_english_find_translations_and_what_has_none(kim, site_client):
    english = Locale.objects.get_or_create(language_code="en")[0]
    translated = factories.make_news(kim, "Panen rotan")
    factories.make_news(kim, "Pasar rotan")
    page = translated.copy_for_translation(english, copy_parents=True)
    page.title, page.body = "Rattan harvest", body("The villagers tell.")
    page.save_revision().publish()

    client = site_client(kim)
    assert search(client, "harvesting", path="/en/cari/") == ["Rattan harvest"]
    assert search(client, "rotan", path="/en/cari/") == ["Pasar rotan"]
    assert set(search(client, "rotan")) == {"Panen rotan", "Pasar rotan"}
    assert search(client, "harvest") == []


def test_matches_are_marked_and_nothing_else_is_html(kim, site_client):
    text = "Kata &lt;img src=x onerror=alert(1)&gt; lalu warga menganyam rotan."
    factories.make_news(kim, '<b onclick="x">Rotan</b> & anyaman', summary="", body=body(text))
    html = site_client(kim).get("/cari/", {"q": 'anyam <script>"rotan'}).content.decode()
    assert "<script>&quot;" not in html
    html = site_client(kim).get("/cari/", {"q": "anyam rotan"}).content.decode()
    assert "<mark>Rotan</mark>" in html
    assert "<mark>menganyam</mark>" in html
    assert "<img src=x" not in html
    assert "<b onclick" not in html


def test_a_match_deep_in_the_body_is_shown(kim, site_client):
    text = "Pembukaan panjang. " * 30 + "Di sana warga menjemur ikan asin."
    factories.make_news(kim, "Kabar", summary="Ringkasan.", body=body(text))
    entry = site_client(kim).get("/cari/", {"q": "menjemur"}).context["listing"].page.object_list[0]
    assert "<mark>menjemur</mark>" in entry.marked_summary


def test_the_form_greets_before_anything_was_asked(kim, site_client):
    response = site_client(kim).get("/cari/")
    assert response.status_code == 200
    context = response.context
    assert (context["query"], context["suggestions"], titles(response)) == ("", [], [])
    assert context["scope_name"] == "KIM Parenggean"
    assert context["search_url"] == "/cari/"
    assert not context["is_hub"]
    assert context["kim_home"].kim == kim
    assert response.headers["X-Robots-Tag"] == "noindex, follow"
    hub = site_client("kalteng").get("/en/cari/")
    assert hub.context["search_url"] == "/en/cari/"
    assert hub.context["is_hub"]
    assert [choice.name for choice in hub.context["listing"].filters] == ["jenis", "wilayah"]


@pytest.mark.parametrize(
    "typed",
    ["\x00", "a\x00b", "'", '"', "' OR 1=1 --", "AND", "OR NOT", "*", "rotan*", "a:b", "(((", "\\", "%s %d", "^x", "-x", "🎉",
     "dan yang di", "NEAR(a b)", "{title}: x", "_up", "x" * 5_000, "kata " * 3_000, "\ud7ff\ufffe", "ꦏꦶꦩ꧀", "ﷺ", "½", "'' & !!"],
)  # fmt: skip
@pytest.mark.parametrize("host", ["parenggean", "kalteng"])
def test_odd_input_never_breaks(kim, site_client, host, typed):
    factories.make_news(kim, "Rotan")
    response = site_client(host).get("/cari/", {"q": typed, "jenis": typed, "wilayah": typed})
    assert response.status_code == 200


@pytest.mark.parametrize("number", ["abc", "0", "-1", "2", "9" * 5_000, "1.5", "\x00"])
def test_a_page_that_does_not_exist_is_a_404(kim, site_client, number):
    assert site_client(kim).get("/cari/", {"q": "rotan", "halaman": number}).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_search_is_only_read(kim, site_client, method):
    assert getattr(site_client(kim), method)("/cari/").status_code == 405


def test_reading_results_sets_no_cookie(kim, site_client):
    response = site_client(kim).get("/cari/", {"q": "rotan"})
    assert not response.cookies
    assert "public" in response.headers["Cache-Control"]


def test_pages_of_results_do_not_overlap(kim, site_client):
    for number in range(15):
        factories.make_news(kim, f"Rotan {number:02}")
    client = site_client(kim)
    first = client.get("/cari/", {"q": "rotan", "jenis": "news"})
    second = client.get(first.context["listing"].next_url)
    assert len(titles(first)) == 12
    assert len(titles(second)) == 3
    assert not set(titles(first)) & set(titles(second))
    assert first.context["count_label"] == "15"


def test_of_a_word_that_is_everywhere_the_newest_are_ranked(kim, site_client, monkeypatch):
    monkeypatch.setattr(fulltext, "MOST", 3)
    for number in range(5):
        factories.make_news(kim, f"Rotan {number}")
    for client in (site_client(kim), site_client("kalteng")):
        response = client.get("/cari/", {"q": "rotan"})
        assert titles(response) == ["Rotan 4", "Rotan 3", "Rotan 2"]
        assert response.context["count_label"] == "3+"


def test_suggestions_drop_filters_words_and_slips_of_the_pen(kim, site_client, committed):
    with committed():
        factories.make_product(kim, "Kerupuk ikan pipih")
    client = site_client(kim)

    def suggestions(**params):
        return client.get("/cari/", params).context["suggestions"]

    (words, url), *_more = suggestions(q="kerupuk", jenis="news")
    assert "kerupuk" in words
    assert url == "/cari/?q=kerupuk"
    assert ("kerupuk", "/cari/?q=kerupuk") in suggestions(q="krupuk")
    assert ("kerupuk pipih", "/cari/?q=kerupuk+pipih") in suggestions(q="krupuk pipih")
    assert ("ikan pipih", "/cari/?q=ikan+pipih") in suggestions(q="ikan pipih helikopter")
    assert suggestions(q="helikopter") == []
    for _words, url in suggestions(q="krupuk helikopter ikan"):
        assert titles(client.get(url))


def test_words_of_another_kim_or_of_drafts_are_never_suggested(kim, other_kim, site_client, committed):
    with committed():
        factories.make_news(other_kim, "Wisanggeni")
        factories.make_news(kim, "Arjunawiwaha").unpublish()
        hidden = factories.make_news(kim, "Gatotkacasraya")
    hub = hub_of("62")
    Curation.objects.create(hub_key=hub.translation_key, hub_name=hub.title, page_id=hidden.pk, decision="hidden")
    assert SearchWord.objects.filter(word="wisanggeni").exists()

    for client in (site_client(kim), site_client("kalteng")):
        assert client.get("/cari/", {"q": "wisangeni"}).context["suggestions"] == []
        assert client.get("/cari/", {"q": "arjunawiwha"}).context["suggestions"] == []
    assert site_client("kalteng").get("/cari/", {"q": "gatotkacasrya"}).context["suggestions"] == []
    assert site_client("kalbar").get("/cari/", {"q": "wisangeni"}).context["suggestions"] != []


def test_words_of_the_body_of_each_kind_are_found(kim, site_client):
    seller = factories.make_seller(kim, name="Dapur Bu Narti")
    factories.make_product(kim, "Madu", seller=seller, description="<p>Dari hutan</p><p>gambut</p>")
    factories.make_achievement(kim, "Juara", body=body("Dinilai juri"), organiser="Diskominfo")
    client = site_client(kim)
    for words, title in [("narti", "Madu"), ("hutan gambut", "Madu"), ("juri", "Juara"), ("diskominfo", "Juara")]:
        assert search(client, words) == [title]


def test_suggestions_of_the_service_are_words_and_addresses(kim, committed):
    with committed():
        factories.make_news(kim, "Rotan")
    found = suggest(parse("rotn", ("id-id",)), Scope("id-id", kim_id=kim.pk), "/cari/", {})
    assert found == [("rotan", "/cari/?q=rotan")]
    assert all(re.fullmatch(r"/cari/\?q=\w+", url) for _words, url in found)
