"""`/-/live`, `/-/ready`, `/-/tls` and `/-/points-here/`, on every host and before any other work."""

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from wagtail.models import Site

from kim_sites.models import HostAlias
from kim_sites.services.hosts import HostName, is_admin_host
from lifecycle.services.domain_check import PATH, is_pending, proof


def check_database() -> str:
    """Ask the database for one row; an empty string if it answered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return ""


def check_cache() -> str:
    """Write and read one key; an empty string if it came back."""
    cache.set("ready", "1", 10)
    return "" if cache.get("ready") == "1" else "the cache does not keep what it is given"


def check_migrations() -> str:
    """Compare the code's migrations with those applied; an empty string if none is pending."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(pending)} migrations are pending" if pending else ""


CHECKS = {"database": check_database, "cache": check_cache, "migrations": check_migrations}


def readiness() -> dict[str, str]:
    """Run every check. Returns the name of each with `ok` or the cause; a check that raises counts as failed."""
    result = {}
    for name, check in CHECKS.items():
        try:
            result[name] = check() or "ok"
        except Exception as error:
            # Only the kind of error: this address is open to the world.
            result[name] = f"failed: {type(error).__name__}"
    return result


def answers(hostname: str) -> bool:
    """Whether this installation answers on `hostname`, so that a web server may get a certificate for it."""
    name = hostname.strip().lower().rstrip(".")
    if not name or ":" in name:
        return False
    known = (Site.objects.filter(hostname=name), HostAlias.objects.filter(hostname=name))
    return is_admin_host(name) or is_pending(name) or any(rows.exists() for rows in known)


class HealthMiddleware:
    """Answers the questions of a balancer and of a web server without touching hosts, sessions or pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info == "/-/live":
            return HttpResponse("ok\n", content_type="text/plain")
        if request.path_info == "/-/ready":
            checks = readiness()
            healthy = all(state == "ok" for state in checks.values())
            return JsonResponse(checks, status=200 if healthy else 503)
        if request.path_info == "/-/tls":
            return HttpResponse(status=200 if answers(request.GET.get("domain", "")) else 404)
        if request.path_info.startswith(PATH):
            nonce, hostname = request.path_info[len(PATH) :][:64], HostName.parse(request.get_host()).name
            return HttpResponse(proof(hostname, nonce), content_type="text/plain")
        return self.get_response(request)
