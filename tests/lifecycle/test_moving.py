"""Another address, an own domain, another village, a merging: nothing that people have shared gets lost."""

import http.server
import threading

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import RequestFactory
from django.urls import reverse

from access.models import AuditEntry
from cms.middleware.health import HealthMiddleware
from home.models import FeedEntry, RegencyCount
from home.services.hubs import curator_group, find_hub
from kim_sites.models import HostAlias, Kim, Region, User
from lifecycle.services import closing, domain_check, merging, moving
from tests.factories import make_kim, make_news, member

pytestmark = pytest.mark.django_db
REASON = "Desa digabung sejak Januari"


def curator(code: str) -> User:
    """A curator of the hub of a region."""
    user = User.objects.create_user(f"kurator-{code}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(find_hub(Region.objects.get(code=code))))
    return user


def chair_of(kim) -> User:
    return kim.roles.get(role="chair").group.user_set.get()


class TestAddress:
    """The part before the platform's domain."""

    def test_the_site_answers_on_the_new_address_and_the_old_one_leads_there(self, kim, site_client):
        article = make_news(kim, title="Panen raya")
        path = article.get_url().partition("localhost:8000")[2] or article.get_url()
        moving.change_label(chair_of(kim), kim, " Maju-Bersama ")
        assert site_client("maju-bersama").get(path).status_code == 200
        old = site_client("parenggean").get(f"{path}?dari=wa")
        assert old.status_code == 301
        assert old.headers["Location"] == f"http://maju-bersama.localhost:8000{path}?dari=wa"
        assert "http://maju-bersama.localhost:8000" in site_client("kalteng").get("/").content.decode()
        assert FeedEntry.objects.get(title="Panen raya").url.startswith("http://maju-bersama.")
        assert AuditEntry.objects.get(action=AuditEntry.Action.MOVED).target == "http://maju-bersama.localhost:8000/"
        assert "http://maju-bersama.localhost:8000/" in outbox.outbox[-1].body

    def test_the_old_address_may_be_taken_back_and_nobody_else_gets_it(self, kim, other_kim):
        above = curator("62.02")
        moving.change_label(above, kim, "maju-bersama")
        with pytest.raises(ValidationError):
            moving.change_label(chair_of(other_kim), other_kim, "parenggean")
        kim = moving.change_label(above, Kim.objects.get(pk=kim.pk), "parenggean")
        assert kim.url == "http://parenggean.localhost:8000/"
        assert list(HostAlias.objects.values_list("hostname", flat=True)) == ["maju-bersama.localhost"]

    @pytest.mark.parametrize(
        "label",
        ["admin", "www", "kalteng", "sumber-harapan", "a.b", "xn--desa", "-desa", "desa--satu", "ab", "", "x" * 41],
    )
    def test_an_address_that_can_not_be_is_refused_in_a_sentence(self, kim, other_kim, label):
        with pytest.raises(ValidationError) as refusal:
            moving.change_label(chair_of(kim), kim, label)
        assert refusal.value.message_dict["label"][0].endswith(".")
        assert Kim.objects.get(pk=kim.pk).url == "http://parenggean.localhost:8000/"
        assert not HostAlias.objects.exists()

    def test_a_chair_changes_it_once_in_a_while_and_a_curator_at_any_time(self, kim):
        chair = chair_of(kim)
        moving.change_label(chair, kim, "maju-satu")
        with pytest.raises(ValidationError):
            moving.change_label(chair, Kim.objects.get(pk=kim.pk), "maju-dua")
        assert moving.change_label(curator("62.02"), kim, "maju-dua").slug == "maju-dua"

    def test_people_who_do_not_look_after_it_change_nothing(self, kim, other_kim):
        for person in (member(kim, "editor"), chair_of(other_kim), curator("61.01")):
            with pytest.raises(PermissionDenied):
                moving.change_label(person, kim, "rebut")
        assert Kim.objects.get(pk=kim.pk).slug == "parenggean"

    def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(self, kim, admin_client_for):
        client = admin_client_for(chair_of(kim))
        answer = client.post(reverse("kim_life:address", args=[kim.pk]), {"label": "admin"})
        assert answer.status_code == 200
        assert "error-message" in answer.content.decode()
        assert 'value="admin"' in answer.content.decode()
        assert client.post(reverse("kim_life:address", args=[kim.pk]), {"label": "maju"}).status_code == 302
        assert Kim.objects.get(pk=kim.pk).slug == "maju"

    def test_a_kept_page_of_the_old_address_is_never_seen_again(
        self, kim, site_client, settings, django_capture_on_commit_callbacks
    ):
        settings.PAGE_CACHE = True
        client = site_client("parenggean")
        for _time in range(2):
            assert client.get("/").status_code == 200
        with django_capture_on_commit_callbacks(execute=True):
            moving.change_label(chair_of(kim), kim, "maju")
        assert client.get("/").status_code == 301


@pytest.fixture
def server(settings):
    """A web server at this machine's own address that answers for the installation, or says something else."""
    said = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            request = RequestFactory().get(self.path, headers={"host": self.headers["Host"]})
            body = said.get("body") or HealthMiddleware(None)(request).content
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    settings.SERVER_ADDRESSES = ["127.0.0.1"]
    settings.BASE_DOMAIN = f"kim.test:{httpd.server_port}"
    yield said
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def dns(monkeypatch):
    """What DNS says; there is none to be asked here."""
    names = {}
    stock = domain_check.socket.getaddrinfo

    def look_up(hostname, *args, **kwargs):
        if hostname == "127.0.0.1":
            return stock(hostname, *args, **kwargs)
        if hostname not in names:
            raise OSError("no such name")
        return [(2, 1, 6, "", (names[hostname], 0))]

    monkeypatch.setattr(domain_check.socket, "getaddrinfo", look_up)
    return names


class TestOwnDomain:
    """It is used only when it leads here."""

    def test_a_domain_that_leads_here_is_used_and_given_up_again(self, kim, server, dns, site_client):
        kim.site.hostname = "parenggean.kim.test"
        kim.site.save()
        dns["desaku.id"] = "127.0.0.1"
        moving.use_domain(chair_of(kim), kim, "DesaKu.id.")
        assert site_client("desaku.id").get("/").status_code == 200
        assert site_client("parenggean.kim.test").get("/x/").headers["Location"].startswith("http://desaku.id")
        assert site_client("desaku.id").get("/-/tls?domain=desaku.id").status_code == 200
        moving.leave_domain(chair_of(kim), Kim.objects.get(pk=kim.pk))
        assert site_client("parenggean.kim.test").get("/").status_code == 200
        assert "parenggean.kim.test" in site_client("desaku.id").get("/").headers["Location"]

    @pytest.mark.parametrize(
        ("address", "body"), [(None, b""), ("203.0.113.9", b""), ("127.0.0.1", b"another website")]
    )
    def test_one_that_is_not_found_leads_elsewhere_or_to_another_website_is_refused(
        self, kim, server, dns, address, body
    ):
        server["body"] = body
        if address:
            dns["desaku.id"] = address
        with pytest.raises(ValidationError) as refusal:
            moving.use_domain(chair_of(kim), kim, "desaku.id")
        assert "desaku.id" in refusal.value.message_dict["hostname"][0]
        assert Kim.objects.get(pk=kim.pk).site.hostname == "parenggean.localhost"

    @pytest.mark.parametrize("name", ["desa ku", "http://desaku.id", "localhost", "x.kim.test", "10.0.0.1", "xn--a.id"])
    def test_what_is_no_domain_is_never_asked_for(self, kim, server, name, monkeypatch):
        monkeypatch.setattr(domain_check.socket, "getaddrinfo", lambda *args, **kwargs: pytest.fail("asked"))
        with pytest.raises(ValidationError):
            moving.use_domain(chair_of(kim), kim, name)

    def test_the_proof_differs_by_name_and_question(self):
        assert len({domain_check.proof(host, nonce) for host in ("a.id", "b.id") for nonce in ("1", "2")}) == 4


class TestVillage:
    """Where the KIM lives."""

    def test_a_curator_changes_it_within_the_regency_and_the_lists_follow(self, kim):
        make_news(kim, title="Panen raya")
        place = Region.objects.filter(code__startswith="62.02.", level__gte=3).exclude(pk=kim.region_id).first()
        moving.change_region(curator("62.02"), kim, place)
        assert Kim.objects.get(pk=kim.pk).region == place
        assert RegencyCount.objects.get(region_id="62.02").kim_count == 1

    def test_another_regency_a_taken_or_an_ended_village_is_refused(self, kim):
        above = curator("62")
        neighbour = make_kim("tetangga", region_code="62.02.05.1002")
        ended = Region.objects.create(
            code="62.02.04.2999", name="Lama", level=4, kind="desa", parent_id="62.02.04", is_active=False
        )
        far = Region.objects.get(code="62.13.01.1012")
        for region in (neighbour.region, ended, far, Region.objects.get(code="62.02")):
            with pytest.raises(ValidationError):
                moving.change_region(above, kim, region)
        with pytest.raises(PermissionDenied):
            moving.change_region(chair_of(kim), kim, far)


class TestMerging:
    """One goes on, the other one's words stay readable."""

    @pytest.fixture
    def neighbour(self, kim):
        return make_kim("tetangga", region_code="62.02.05.1002", name="KIM Tetangga")

    def test_the_front_page_leads_on_articles_stay_and_the_hub_shows_one(self, kim, neighbour, site_client):
        article = make_news(kim, title="Panen raya")
        path = article.get_url().partition("localhost:8000")[2] or article.get_url()
        merging.merge(curator("62.02"), kim, neighbour, REASON)
        front = site_client(kim).get("/")
        assert front.status_code == 302
        assert front.headers["Location"] == neighbour.url
        kept = site_client(kim).get(path)
        assert kept.status_code == 200
        assert "Panen raya" in kept.content.decode()
        assert neighbour.url in kept.content.decode()
        listing = site_client("kalteng").get("/kotawaringin-timur/kim/").content.decode()
        assert "KIM Tetangga" in listing
        assert "KIM Parenggean" not in listing
        assert {entry.kim for entry in AuditEntry.objects.filter(action="merged")} == {kim, neighbour}
        assert [chair_of(neighbour).email] in [message.to for message in outbox.outbox]

    def test_it_can_be_taken_back(self, kim, neighbour, site_client):
        above = curator("62.02")
        merging.merge(above, kim, neighbour, REASON)
        merging.unmerge(above, Kim.objects.get(pk=kim.pk))
        assert site_client(kim).get("/").status_code == 200
        assert Kim.objects.get(pk=kim.pk).merged_into is None

    def test_only_from_above_both_and_never_with_itself_or_an_archive(self, kim, neighbour, other_kim):
        above = curator("62.02")
        for person, ended, successor in (
            (chair_of(kim), kim, neighbour),
            (above, kim, other_kim),
            (above, other_kim, kim),
        ):
            with pytest.raises(PermissionDenied):
                merging.merge(person, ended, successor, REASON)
        with pytest.raises(ValidationError):
            merging.merge(above, kim, kim, REASON)
        closing.archive(above, neighbour, REASON)
        with pytest.raises(ValidationError):
            merging.merge(above, kim, Kim.objects.get(pk=neighbour.pk), REASON)
        assert Kim.objects.get(pk=kim.pk).status == Kim.Status.ACTIVE

    def test_a_curator_merges_on_the_screen(self, kim, neighbour, admin_client_for):
        client = admin_client_for(curator("62.02"))
        url = reverse("kim_life:merge", args=[kim.pk])
        assert client.get(url).status_code == 200
        assert client.post(url, {"successor": neighbour.pk, "reason": REASON}).status_code == 302
        assert Kim.objects.get(pk=kim.pk).merged_into == neighbour

    def test_every_screen_of_a_kim_opens_and_is_closed_to_others(self, kim, neighbour, other_kim, admin_client_for):
        above, stranger = admin_client_for(curator("62.02")), admin_client_for(chair_of(other_kim))
        for name in ("status", "address", "domain", "leave_domain", "region", "merge", "suspend", "archive"):
            url = reverse(f"kim_life:{name}", args=[kim.pk])
            assert above.get(url).status_code == 200, name
            assert stranger.get(url).status_code == 404, name


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_want_the_same_address_at_once_one_gets_it():
    from django.db import connections

    both = [make_kim("satu", region_code="62.02.04.1001"), make_kim("dua", region_code="61.01.01.2024")]
    results, barrier = [], threading.Barrier(2)

    def change(kim):
        barrier.wait()
        try:
            moving.change_label(chair_of(kim), kim, "rebutan")
            results.append("done")
        except ValidationError:
            results.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=change, args=[kim]) for kim in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["done", "refused"]
    assert Kim.objects.filter(slug="rebutan").count() == 1
    assert {kim.slug for kim in Kim.objects.all()} in ({"rebutan", "dua"}, {"rebutan", "satu"})
