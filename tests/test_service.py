"""The installation itself: how it starts, says that it is well, protects readers and logs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from cms.management.commands import clock
from cms.middleware import health
from kim_sites.models import User
from tests import factories

ROOT = Path(__file__).resolve().parent.parent


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run manage.py as a new installation would: nothing in the environment but what is given, and no `.env`."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


PRODUCTION = {"SECRET_KEY": "a-secret-of-this-test", "BASE_DOMAIN": "kim.example.id"}


@pytest.mark.parametrize("missing", ["SECRET_KEY", "BASE_DOMAIN"])
def test_production_does_not_start_without(missing, tmp_path):
    given = {name: value for name, value in PRODUCTION.items() if name != missing}

    done = start("check", VAR_DIR=str(tmp_path), **given)

    assert done.returncode != 0
    assert f"Set the environment variable {missing}" in done.stderr.splitlines()[-1]


def test_production_passes_the_deployment_check(tmp_path):
    done = start("check", "--deploy", "--fail-level", "ERROR", VAR_DIR=str(tmp_path), **PRODUCTION)

    assert done.returncode == 0, done.stderr


def test_logs_are_lines_of_json_when_nobody_watches(tmp_path):
    words = "import logging; logging.getLogger('kim').warning('salam', extra={'host': 'a.example'})"

    done = start("shell", "--no-imports", "-c", words, VAR_DIR=str(tmp_path), **PRODUCTION)

    line = json.loads(done.stderr.splitlines()[-1])
    assert line["message"] == "salam"
    assert line["level"] == "WARNING"
    assert line["host"] == "a.example"
    assert line["time"]


def test_a_living_process_says_so_on_any_host():
    response = Client(headers={"host": "nowhere.example"}).get("/-/live")

    assert response.status_code == 200
    assert response.content == b"ok\n"


@pytest.mark.django_db
def test_a_healthy_installation_is_ready():
    response = Client(headers={"host": "nowhere.example"}).get("/-/ready")

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok", "migrations": "ok"}


def broken():
    """A check that fails with words nobody outside may read."""
    raise OSError("password authentication failed for kim@10.0.0.7")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["database", "cache", "migrations"])
def test_a_failing_part_makes_the_installation_unready_and_tells_no_details(name, monkeypatch):
    monkeypatch.setitem(health.CHECKS, name, broken)

    response = Client().get("/-/ready")

    assert response.status_code == 503
    assert response.json()[name] == "failed: OSError"
    assert "10.0.0.7" not in response.content.decode()
    assert [state for other, state in response.json().items() if other != name] == ["ok", "ok"]


@pytest.mark.django_db
def test_a_cache_that_forgets_is_not_ready(monkeypatch):
    monkeypatch.setattr(health.cache, "get", lambda key: None, raising=False)

    assert Client().get("/-/ready").status_code == 503


@pytest.mark.django_db
def test_pending_migrations_are_not_ready(monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: [("home.0099", False)])

    response = Client().get("/-/ready")

    assert response.status_code == 503
    assert "0099" not in response.content.decode()


@pytest.mark.django_db
def test_public_pages_carry_strict_headers_and_no_cookie(kim, site_client):
    news = factories.make_news(kim)
    for path in ("/", "/berita/", news.get_url_parts()[2], "/tidak-ada/"):
        response = site_client(kim).get(path)
        policy = response.headers["Content-Security-Policy"]

        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert not response.cookies, path


@pytest.mark.django_db
def test_the_admin_has_a_policy_of_its_own(admin_client_for):
    operator = User.objects.create_superuser("operator@example.id", password="rahasia-sekali")
    stranger = Client(headers={"host": settings.ADMIN_HOST})
    for client, path in ((stranger, "/admin/login/"), (admin_client_for(operator), "/admin/")):
        response = client.get(path)
        policy = response.headers["Content-Security-Policy"]

        assert response.status_code == 200
        assert "default-src 'self'" in policy
        assert "script-src 'self' 'unsafe-inline'" in policy
        assert "nosniff" in response.headers["X-Content-Type-Options"]


@pytest.mark.django_db
def test_the_admin_answers_on_its_own_host_only(kim, site_client):
    response = site_client(kim).get("/admin/pages/?q=a")

    assert response.status_code == 302
    assert response.headers["Location"] == f"http://{settings.ADMIN_HOST}/admin/pages/?q=a"
    assert Client(headers={"host": settings.ADMIN_HOST}).get("/").headers["Location"] == "/admin/"


@pytest.mark.django_db
def test_an_unknown_host_gets_a_clear_page():
    response = Client(headers={"host": "tidak-ada.localhost:8000"}).get("/")

    assert response.status_code == 404
    assert "tidak-ada.localhost" in response.content.decode()
    assert "http://localhost:8000/" in response.content.decode()
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("domain", "status"),
    [
        ("kimparenggean.id", 200),
        ("parenggean.localhost", 200),
        ("Admin.Localhost.", 200),
        ("tidak-ada.localhost", 404),
        ("parenggean.localhost:8000", 404),
        ("", 404),
    ],
)
def test_a_web_server_may_ask_which_names_deserve_a_certificate(domain, status, kim):
    call_command("set_domain", "parenggean", "kimparenggean.id")

    assert Client(headers={"host": "127.0.0.1:8000"}).get("/-/tls", {"domain": domain}).status_code == status


@pytest.mark.django_db
def test_a_domain_that_is_none_is_refused_in_words(kim):
    with pytest.raises(CommandError, match=r"bukan nama|not a host name"):
        call_command("set_domain", "parenggean", "kim parenggean")


@pytest.fixture
def media(settings, tmp_path):
    """A media folder with a ready-made size, an original and a document."""
    settings.MEDIA_ROOT = str(tmp_path)
    for name in ("images/foto.webp", "images/foto.avif", "original_images/foto.jpg", "documents/surat.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"content")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["webp", "avif"])
def test_ready_made_sizes_are_served_and_kept_by_browsers(kind, media, kim, site_client):
    response = site_client(kim).get(f"/media/images/foto.{kind}")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"image/{kind}"
    assert "max-age=2592000" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/media/original_images/foto.jpg",
        "/media/documents/surat.pdf",
        "/media/images/../original_images/foto.jpg",
        "/media/images/..%2foriginal_images/foto.jpg",
        "/media/images//../documents/surat.pdf",
        "/media/images/",
        "/media/",
    ],
)
def test_originals_and_documents_have_no_public_address(path, media, kim, site_client):
    assert site_client(kim).get(path).status_code in (400, 404)


# The clock takes a fresh connection for each job, which a test inside one transaction would not survive.
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_clock_runs_every_job_even_when_one_fails(monkeypatch, caplog):
    ran = []

    def job(name, *arguments, **options):
        ran.append(name)
        if name == "publish_scheduled":
            raise ValueError("one bad page")

    monkeypatch.setattr("cms.management.commands.clock.call_command", job)

    call_command("clock", "--once")

    assert ran == [name for _every, name, _arguments in clock.JOBS]
    assert "publish_scheduled" in ran[:-1]
    assert "publish_scheduled failed" in caplog.text
