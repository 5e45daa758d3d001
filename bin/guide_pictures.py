"""Takes the pictures of the guide from the running system with demo content: `make guide-pictures`.

GUIDE_DATA names the folder with the database (`var/guide-pictures`); what is there already is used again. Names given as
arguments take these pictures alone. One that fails is named at the end and stops no other.
"""

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "guide" / "static" / "guide" / "pictures"
DATA = Path(os.environ.get("GUIDE_DATA") or ROOT / "var" / "guide-pictures").resolve()
PASSWORD = "coba-kim-sekarang"  # noqa: S105 (of the demo)
SIZE, SCALE = {"width": 360, "height": 600}, 1.5
MOST_BYTES = 40_000
START_PATIENCE = 60  # seconds
SCROLL = """element => window.scrollTo({
    top: element.getBoundingClientRect().top + window.scrollY - 72, behavior: "instant"
})"""
QUALITIES = (80, 70, 60, 50, 40, 30, 20)


def remembered_port() -> int:
    """The port whose number stands in the addresses of the demo; a free one the first time."""
    note = DATA / "port"
    if not note.exists():
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            DATA.mkdir(parents=True, exist_ok=True)
            note.write_text(str(probe.getsockname()[1]))
    return int(note.read_text())


PORT = remembered_port()
ENVIRONMENT = {
    "ENV_FILE": os.devnull,
    "DEBUG": "true",
    "VAR_DIR": str(DATA),
    "BASE_DOMAIN": f"localhost:{PORT}",
    "ADMIN_HOST": f"admin.localhost:{PORT}",
    "PUBLIC_SCHEME": "http",
    "DATABASE_URL": f"sqlite:///{DATA / 'db.sqlite3'}",
    "TASKS_BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
    "TWO_FACTOR_REQUIRED": "false",
    "PAGE_CACHE": "false",
    "LOG_LEVEL": "ERROR",
    "DJANGO_SETTINGS_MODULE": "cms.settings",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}


def manage(*arguments: str) -> None:
    """One command of the project, quietly; its failure ends everything."""
    log = DATA / "log"
    with log.open("a") as output:
        done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, stdout=output, stderr=output)
    if done.returncode:
        sys.exit(f"“manage.py {' '.join(arguments)}” failed; see {log}")


def prepare() -> None:
    """Database and demo content, unless they are there."""
    print("Preparing the demo (some minutes the first time) …", flush=True)
    manage("migrate", "--verbosity", "0")
    manage("load_regions", "--if-empty")
    manage("demo", "--if-empty")


def serve() -> subprocess.Popen:
    """The running system. Exits when it does not answer."""
    command = [sys.executable, "manage.py", "runserver", "--noreload", str(PORT)]
    with (DATA / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    deadline = time.monotonic() + START_PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/-/ready", timeout=5):
                return process
        except OSError:
            time.sleep(0.3)
    process.kill()
    sys.exit(f"The system did not come up; see {DATA / 'server.log'}")


def keep(png: bytes, path: Path) -> None:
    """Store a picture small enough for a weak line. Raises ValueError when it can't be made so."""
    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() < MOST_BYTES:
            path.write_bytes(buffer.getvalue())
            return
    raise ValueError(f"{buffer.tell()} bytes")


class Camera:
    """One Chromium with a signed-in phone for each person."""

    def __init__(self, browser):
        self.browser = browser
        self.phones: dict[str, object] = {}

    def phone(self, who: str):
        """The phone of a person, signed in once; an empty name is a reader."""
        if who not in self.phones:
            context = self.browser.new_context(
                viewport=SIZE, device_scale_factor=SCALE, has_touch=True, is_mobile=True, locale="id-ID"
            )
            context.set_default_timeout(15_000)
            page = context.new_page()
            if who:
                page.goto(f"http://admin.localhost:{PORT}/admin/login/")
                page.locator("input[name=username]").fill(f"{who}@example.id")
                page.locator("input[name=password]").fill(PASSWORD)
                with page.expect_navigation():
                    page.locator("button[type=submit]").first.click()
            self.phones[who] = page
        return self.phones[who]

    def take(self, picture) -> None:
        """Open, do the steps, and keep what is on the screen. Raises whatever went wrong."""
        page = self.phone(picture.who)
        if picture.beside:
            self.phone(picture.beside).goto(f"http://{picture.host}localhost:{PORT}{picture.path()}")
        answer = page.goto(f"http://{picture.host}localhost:{PORT}{picture.path()}", wait_until="load")
        if answer is None or answer.status >= 400 or "/login/" in page.url.removesuffix(picture.path()):
            raise ValueError(f"status {answer.status if answer else 0} at {page.url}")
        for selector, text in picture.steps:
            page.locator(selector).first.fill(text)
        for selector in picture.taps:
            page.locator(selector).first.tap()
        if picture.wait:
            page.locator(picture.wait).first.wait_for()
        if picture.at:
            page.locator(picture.at).first.evaluate(SCROLL)
        page.wait_for_timeout(900)
        keep(page.screenshot(), FOLDER / f"{picture.name}.webp")


def take_all(wanted: list) -> dict[str, str]:
    """Take the pictures; those that failed with the reason."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    failed = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--lang=id"],
            env={**os.environ, "LANGUAGE": "id"},
        )
        camera = Camera(browser)
        for picture in wanted:
            try:
                camera.take(picture)
                print(f"✓ {picture.name}", flush=True)
            except Exception as error:  # whatever it is, the others are to be taken
                failed[picture.name] = str(error).splitlines()[0]
                print(f"✗ {picture.name}: {failed[picture.name]}", flush=True)
        browser.close()
    return failed


def main() -> int:
    """Take all pictures, or those that were named; 1 when one is missing."""
    os.environ.update(ENVIRONMENT)
    sys.path.insert(0, str(ROOT))
    prepare()
    import django

    django.setup()
    from guide_picture_list import PICTURES, make_examples

    names = set(sys.argv[1:])
    unknown = names - {picture.name for picture in PICTURES}
    if unknown:
        sys.exit(f"No such picture: {', '.join(sorted(unknown))}")
    make_examples()
    FOLDER.mkdir(parents=True, exist_ok=True)
    server = serve()
    try:
        failed = take_all([picture for picture in PICTURES if not names or picture.name in names])
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
    if failed:
        print(f"{len(failed)} pictures could not be taken: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
