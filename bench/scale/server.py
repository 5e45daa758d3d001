"""Measures under gunicorn: requests a second, the wait for the first page of a new process, and memory."""

import http.client
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from bench.scale.attack import attack

ROOT = Path(__file__).resolve().parent.parent.parent
PORT = 8600
SECONDS = float(os.environ.get("BENCH_SECONDS", "5"))
WORKERS = 2
MIXED = 200  # requests before memory is read


class Server:
    """gunicorn as the Procfile starts it. A context manager: it listens inside and is gone afterwards."""

    def __init__(self, env: dict[str, str], application: str, port: int = PORT, workers: int = WORKERS):
        settings = {"PORT": str(port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": str(workers), "ACCESS_LOG": ""}
        self.env, self.application, self.port = env | settings, application, port

    def __enter__(self) -> "Server":
        self.began = time.perf_counter()
        command = [sys.executable, "-m", "gunicorn", "--max-requests", "0", self.application]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.env, start_new_session=True)
        return self

    def __exit__(self, *args) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=40)

    def status(self, host: str, path: str, cookie: str = "") -> int:
        """Ask once; 0 while nobody listens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("GET", path, headers={"Host": host, "Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            return answer.status
        except OSError:
            return 0
        finally:
            connection.close()

    def wait_for(self, host: str, path: str) -> float:
        """Seconds from the start of the process to the first good answer. Ends everything after two minutes."""
        while self.status(host, path) != 200:
            if time.perf_counter() - self.began > 120 or self.process.poll() is not None:
                sys.exit(f"✗ {self.application} does not answer {host}{path}.")
            time.sleep(0.02)
        return time.perf_counter() - self.began

    def memory(self) -> float:
        """Megabytes that the largest worker holds."""
        sizes = [0.0]
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "status").read_text()
            except OSError:
                continue
            if f"PPid:\t{self.process.pid}\n" in fields:
                line = next(line for line in fields.splitlines() if line.startswith("VmRSS"))
                sizes.append(int(line.split()[1]) / 1024)
        return round(max(sizes), 1)


def rates(server: Server, pages: dict[str, tuple[str, str]]) -> dict[str, dict]:
    """Load on each page in turn, warmed before."""
    found = {}
    for name, (host, path) in pages.items():
        server.wait_for(host, path)
        attack(server.port, host, path, seconds=1)
        found[name] = asdict(attack(server.port, host, path, seconds=SECONDS))
    return found


def yardsticks(env: dict[str, str], stock_env: dict[str, str]) -> dict[str, dict]:
    """A bare hello and the stock page, by the same kind of server."""
    with Server(env | {"DJANGO_SETTINGS_MODULE": "bench.hello"}, "django.core.wsgi:get_wsgi_application()") as server:
        found = rates(server, {"hello": ("localhost", "/")})
    with Server(stock_env, "django.core.wsgi:get_wsgi_application()") as server:
        return found | rates(server, {"stock page": ("localhost", "/")})


def measure(env: dict[str, str], facts: dict) -> dict:
    """Everything about one database: `facts` is what `bench.scale.pages` printed."""
    kim, hub = facts["hosts"]["kim"], facts["hosts"]["hub"]
    with Server(env | {"PAGE_CACHE": "false"}, "cms.wsgi", workers=1) as server:
        cold_start = server.wait_for(kim, "/")
        mixed(server, facts)
        memory = server.memory()
    with Server(env | {"PAGE_CACHE": "false"}, "cms.wsgi") as server:
        uncached = rates(server, {"KIM home, uncached": (kim, "/")})
    cached_pages = {"KIM home": (kim, "/"), "article": (kim, facts["article"]), "hub home": (hub, "/")}
    with Server(env | {"PAGE_CACHE": "true"}, "cms.wsgi") as server:
        cached = rates(server, {f"{name}, cached": page for name, page in cached_pages.items()})
    return {"cold_start": round(cold_start, 2), "memory": memory, "rates": uncached | cached}


def mixed(server: Server, facts: dict) -> None:
    """Requests of readers and of people in the admin, in turn; without the pages that take seconds."""
    addresses = []
    for name, page in facts["pages"].items():
        who = name.partition(":")[0]
        if page.get("wall", 0) > 2000 or name.endswith("publish"):
            continue
        if who in facts["sessions"]:
            addresses.append((facts["hosts"]["admin"], page["path"], facts["sessions"][who]))
        else:
            host = facts["hosts"]["hub" if name.startswith("hub") else "kim"]
            addresses.append((host, page["path"], ""))
    for number in range(MIXED):
        server.status(*addresses[number % len(addresses)])
