"""Starts a fresh copy with `make run`, opens it as a reader and as a curator would, and stops it with Ctrl-C.

Usage: smoke.py FOLDER
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE = 15 * 60  # seconds, for packages, regions and demo content
RUNNING = "The portal is running."
# Host without the port, path, what the page must contain.
PAGES = [
    ("localhost", "/", "Indonesia"),
    ("kalteng.localhost", "/", "Kalimantan Tengah"),
    ("kalteng.localhost", "/berita/", "Parenggean"),
    ("kalteng.localhost", "/kim/", "Kotawaringin Timur"),
    ("parenggean.localhost", "/", "KIM Parenggean"),
    ("parenggean.localhost", "/produk/", "Rp"),
    ("parenggean.localhost", "/cari/?q=madu", "madu"),
    ("admin.localhost", "/admin/login/", "password"),
]


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(port: int, host: str, path: str) -> tuple[int, str]:
    """Status and text of one address."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{host}:{port}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def wait_for(process: subprocess.Popen, log: Path) -> bool:
    """Whether the portal said that it runs before it ended or patience did."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if RUNNING in log.read_text():
            return True
        time.sleep(1)
    return False


def start_and_look(folder: Path, port: int, log: Path) -> list[str]:
    """One start, all pages, one stop. Returns what was wrong."""
    environment = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    with log.open("w") as output:
        process = subprocess.Popen(
            ["make", "run", f"PORT={port}"],
            cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            if not wait_for(process, log):
                return ["make run did not come up"]
            problems = []
            for host, path, words in PAGES:
                status, text = fetch(port, host, path)
                if status != 200 or words not in text:
                    problems.append(
                        f"{host}{path}: status {status}, “{words}” {'is' if words in text else 'is not'} there"
                    )
        finally:
            # Ctrl-C goes to the whole group, as in a terminal.
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=60)
    return problems


def main(folder: str) -> int:
    """Start twice: the second start must find what the first one made."""
    port, log = free_port(), Path(folder) / "smoke.log"
    for turn in ("first", "second"):
        began = time.monotonic()
        problems = start_and_look(Path(folder), port, log)
        if problems:
            print(log.read_text(), *problems, sep="\n")
            return 1
        print(f"{turn} start: {len(PAGES)} pages in order after {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
