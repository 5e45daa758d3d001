"""A CDN or proxy in front is told what has changed: here a real web server that notes what it is asked."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from wagtail.signals import page_published, page_unpublished

from cms import edge
from tests import factories
from tests.test_service import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(settings):
    """Addresses for which the proxy got a PURGE request, as host and path."""
    found = []

    class Proxy(BaseHTTPRequestHandler):
        def do_PURGE(self):
            found.append(f"{self.headers['Host']}{self.path}")
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    backend = "wagtail.contrib.frontend_cache.backends.HTTPBackend"
    settings.WAGTAILFRONTENDCACHE = {"edge": {"BACKEND": backend, "LOCATION": f"http://127.0.0.1:{proxy.server_port}"}}
    edge.register()
    yield found
    page_published.disconnect(edge.on_page)
    page_unpublished.disconnect(edge.on_page)
    proxy.shutdown()
    proxy.server_close()


def test_publishing_and_taking_back_purge_all_that_shows_the_page(kim, asked, django_capture_on_commit_callbacks):
    article = factories.make_news(kim, slug="panen")
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    own, nation, province = "parenggean.localhost:8000", "localhost:8000", "kalteng.localhost:8000"
    expected = {
        f"{own}/berita/panen/", f"{own}/", f"{own}/berita/",
        f"{nation}/", f"{nation}/berita/", f"{province}/", f"{province}/berita/",
        f"{province}/kotawaringin-timur/", f"{province}/kotawaringin-timur/berita/",
    }  # fmt: skip
    assert set(asked) == expected
    asked.clear()
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish()
    assert {f"{own}/berita/panen/", f"{own}/", f"{province}/"} <= set(asked)


def test_nothing_is_told_without_something_in_front(kim, settings):
    assert settings.WAGTAILFRONTENDCACHE == {}
    edge.register()
    assert not any(receiver[1]() is edge.on_page for receiver in page_published.receivers)


def test_the_environment_names_who_is_told(tmp_path):
    """A word that means nothing stops the start with one sentence; `http` needs its address."""
    base = {"BASE_DOMAIN": "kim.example.id", "SECRET_KEY": "x" * 60, "VAR_DIR": str(tmp_path)}
    wrong = start("check", **base, EDGE_PURGE="akamai")
    assert wrong.returncode
    assert "EDGE_PURGE is one of http, cloudflare, or empty." in wrong.stderr
    missing = start("check", **base, EDGE_PURGE="http")
    assert missing.returncode
    assert "EDGE_PURGE_URL" in missing.stderr
    assert start("check", **base, EDGE_PURGE="http", EDGE_PURGE_URL="http://127.0.0.1:6081").returncode == 0
