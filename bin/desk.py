"""What `make run` does once everything is installed: prepare the database, start the three processes, say where to look.

The processes get `DEBUG=false`: readers see the portal's own error pages and the compressed files that production
serves. `make dev` is the other way round.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_PATIENCE = 90  # seconds


def say(words: str) -> None:
    """Print at once, even into a pipe."""
    print(words, flush=True)


def manage(*arguments: str, env: dict[str, str] | None = None) -> None:
    """Run one command of the project; a failure ends everything, its own words are on the screen already."""
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, check=False)
    if done.returncode:
        sys.exit(f"✗ “manage.py {' '.join(arguments)}” failed; the reason is above.")


def serving_environment(port: str) -> dict[str, str]:
    """The environment of web, worker and clock: what `.env` says, with DEBUG off.

    Exits with a sentence when the addresses in use carry another port.
    """
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    from django.conf import settings

    if settings.BASE_DOMAIN.partition(":")[2] != port:
        sys.exit(
            f"✗ The portal's addresses are below {settings.BASE_DOMAIN}, so it can't start on port {port}. "
            "See BASE_DOMAIN in .env."
        )
    return os.environ | {
        "DEBUG": "false",
        "SECRET_KEY": settings.SECRET_KEY,
        "BASE_DOMAIN": settings.BASE_DOMAIN,
        "ADMIN_HOST": settings.ADMIN_HOST,
        "PUBLIC_SCHEME": settings.PUBLIC_SCHEME,
        "TWO_FACTOR_REQUIRED": str(settings.TWO_FACTOR_REQUIRED).lower(),
        "LOG_FORMAT": os.environ.get("LOG_FORMAT", "text"),
        "LOG_LEVEL": os.environ.get("LOG_LEVEL", "WARNING"),
        "PORT": port,
        "PYTHONUNBUFFERED": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
    }


def prepare(env: dict[str, str]) -> None:
    """Bring the database, the demo content and the static files up to date. All of it is safe to repeat."""
    say("Preparing the database …")
    manage("migrate", "--verbosity", "0")
    manage("load_regions", "--if-empty")
    load_demo_once()
    say("Collecting styles and scripts …")
    manage("collectstatic", "--noinput", "--verbosity", "0", env=env)


def load_demo_once() -> None:
    """Make the demo content in an empty database; one that was interrupted is finished, any other is left alone."""
    import django
    from django.conf import settings

    django.setup()
    from kim_sites.models import Kim

    unfinished = Path(settings.VAR_DIR) / "demo-unfinished"
    if Kim.objects.exists() and not unfinished.exists():
        return
    unfinished.touch()
    # Indexed in one go at the end: as hundreds of tasks in the queue it would slow the first minutes down.
    no_tasks = os.environ | {"TASKS_BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    manage("demo", *([] if Kim.objects.exists() else ["--if-empty"]), env=no_tasks)
    manage("rebuild_references_index", "--verbosity", "0")
    manage("update_index", "--verbosity", "0")
    unfinished.unlink()


def wait_until_ready(port: str, processes: subprocess.Popen) -> bool:
    """Ask until the portal says that it is ready; False when a process ended or patience ran out."""
    deadline = time.monotonic() + START_PATIENCE
    while time.monotonic() < deadline and processes.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/-/ready", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            time.sleep(0.3)
    return False


def main() -> int:
    """Run until Ctrl-C."""
    port = os.environ.get("PORT", "8000")
    env = serving_environment(port)
    prepare(env)
    say("Starting web, worker and clock …")
    command = [sys.executable, "-m", "honcho", "--env", os.devnull, "start", "--port", port, "web", "worker", "clock"]
    processes = subprocess.Popen(command, cwd=ROOT, env=env)
    signal.signal(signal.SIGTERM, lambda *_: processes.terminate())
    try:
        if wait_until_ready(port, processes):
            manage("demo", "--show")
            say("\nThe portal is running. Ctrl-C stops it; the data stays.\n")
        return processes.wait()
    except KeyboardInterrupt:
        # The three processes got the same Ctrl-C and are on their way out.
        processes.wait()
        say("Stopped. `make run` starts it again with the same data.")
        return 0


if __name__ == "__main__":
    sys.exit(main())
