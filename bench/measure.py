"""`make bench`: queries, latency and throughput of the pages that readers open most, beside a bare hello.

Run by hand; nothing here passes or fails. It fills a database of its own with the demo content and leaves the desk's
database alone.

    BENCH_FOLDER    keep database and pictures here for the next time (a temporary folder)
    BENCH_DATABASE_URL  another database than SQLite in that folder; empty, or with the demo in it
    BENCH_WORKERS   processes of gunicorn (2)
    BENCH_CLIENTS   clients at once (4)
    BENCH_SECONDS   seconds a page (8)
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.load import Load, measure

ROOT = Path(__file__).resolve().parent.parent
PORT = 8600
WORKERS = int(os.environ.get("BENCH_WORKERS", "2"))
CLIENTS = int(os.environ.get("BENCH_CLIENTS", "4"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "8"))
AT_MOST = 20_000  # requests a page


def environment(folder: str) -> dict[str, str]:
    """A production installation in `folder`."""
    database = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/db.sqlite3"
    return os.environ | {
        "ENV_FILE": os.devnull,
        "DEBUG": "false",
        "SECRET_KEY": "only-for-measuring",
        "BASE_DOMAIN": f"localhost:{PORT}",
        "PUBLIC_SCHEME": "http",
        "DATABASE_URL": database,
        "VAR_DIR": folder,
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "cms.settings",
        "TASKS_BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
    }


def run(env: dict[str, str], *arguments: str) -> str:
    """Run a program of this environment and return what it printed; ends everything if it fails."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"✗ {' '.join(arguments)} failed; the reason is above.\n{done.stdout}")
    return done.stdout


def serve(env: dict[str, str], application: str, port: int) -> subprocess.Popen:
    """Start gunicorn and wait until it listens."""
    settings = {"PORT": str(port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": str(WORKERS), "ACCESS_LOG": ""}
    server = subprocess.Popen([sys.executable, "-m", "gunicorn", application], cwd=ROOT, env=env | settings)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.2)
    server.kill()
    sys.exit(f"✗ {application} did not start.")


def loaded(env: dict[str, str], application: str, port: int, pages: list[tuple[str, str, str]]) -> dict[str, Load]:
    """Start one server, warm each page a little, measure each, stop the server."""
    server = serve(env, application, port)
    try:
        found = {}
        for name, host, path in pages:
            measure(port, host, path, clients=CLIENTS, seconds=1, at_most=50)
            found[name] = measure(port, host, path, clients=CLIENTS, seconds=SECONDS, at_most=AT_MOST)
        return found
    finally:
        server.terminate()
        server.wait(timeout=30)


def main() -> None:
    """Fill, count, load, print."""
    with tempfile.TemporaryDirectory(prefix="kim-bench-") as temporary:
        folder = os.environ.get("BENCH_FOLDER") or temporary
        env = environment(folder)
        print("Filling a database with the demo content …", flush=True)
        run(env, "manage.py", "migrate", "--verbosity", "0")
        run(env, "manage.py", "load_regions", "--if-empty")
        run(env, "manage.py", "demo", "--if-empty", "--password", "only-for-measuring")
        run(env, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        lines = [line.split("\t") for line in run(env, "-m", "bench.pages").splitlines()]
        pages = [(name, host, path) for name, host, path, *_counted in lines]
        print(f"Measuring {len(pages)} pages, {SECONDS:g} s each …", flush=True)
        hello_env = env | {"DJANGO_SETTINGS_MODULE": "bench.hello"}
        hello = loaded(hello_env, "django.core.wsgi:get_wsgi_application()", PORT + 1, [("hello", "localhost", "/")])
        found = loaded(env, "cms.wsgi", PORT, pages)
        show(hello["hello"], lines, found, env["DATABASE_URL"].partition(":")[0])


def show(hello: Load, lines: list[list[str]], found: dict[str, Load], database: str) -> None:
    """Print the table."""
    print(f"\n{WORKERS} processes, {CLIENTS} clients, {database}, {os.cpu_count()} cores shared with the clients\n")
    print("The processor's time is one process alone, so it stays true on a busy machine.\n")
    heads = ("page", "queries", "processor ms", "median ms", "p99 ms", "requests/s", "× hello", "bytes", "gzip")
    print("{:<18}{:>8}{:>14}{:>11}{:>9}{:>12}{:>9}{:>9}{:>8}".format(*heads))

    def row(name: str, queries: str, processor: str, size: str, load: Load) -> None:
        ratio = hello.rate / load.rate if load.rate else float("inf")
        failed = f"  {load.failures} failed" if load.failures else ""
        print(
            f"{name:<18}{queries:>8}{processor:>14}{load.median:>11.1f}{load.p99:>9.1f}{load.rate:>12.0f}{ratio:>9.1f}"
            f"{size:>9}{load.size:>8}{failed}"
        )

    row("hello", "0", "", "5", hello)
    for name, _host, _path, queries, processor, size in lines:
        row(name, queries, processor, size, found[name])


if __name__ == "__main__":
    main()
