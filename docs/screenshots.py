"""Takes the pictures of README.md anew: `.venv/bin/python docs/screenshots.py`.

Starts the application with a fresh demonstration in a temporary folder, needs Chromium (`CHROMIUM=` for another path)
and ImageMagick's `convert`, and writes docs/images/.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
DESK: dict[str, Any] = {"viewport": {"width": 1360, "height": 860}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
CANNED = "Hi {{first_name}}, we love your content and would like to send you our newest products!"
PERSONAL = (
    "Maya, you said the left rail still needs shimming after a day. We looked at it with the people who cast it: "
    "the new rail is ground, not milled. When would you like to try it?"
)
LINE = "lunch @maya @tom yesterday: loves the new press, worried about print quality, promised sample by Fri"

LOG_IN = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from influencers.models import User

user = User.objects.get(email="lena@kestrel.example")
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(session.session_key)
"""


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        environment = prepare(Path(folder))
        with running(environment) as address, browser() as chromium:
            shoot(chromium, address, cookie(environment))


def prepare(folder: Path) -> dict[str, str]:
    """Return the environment of a new demonstration in `folder`."""
    environment = {
        **os.environ,
        "RAPPORT_VAR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "LOG_LEVEL": "ERROR",
    }
    for command in ("migrate", "demo"):
        manage(environment, command)
    manage(environment, "collectstatic", "--no-input")
    return environment


def manage(environment: dict[str, str], *arguments: str) -> str:
    """Run a management command; returns what it printed."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@contextmanager
def running(environment: dict[str, str]) -> Iterator[str]:
    """The application's address, while it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    how = ["--interface", "wsgi", "--no-ws", "--blocking-threads", "1", "--log-level", "error"]
    server = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "granian", *how, "--port", str(port), "config.wsgi:application"],
        cwd=ROOT,
        env=environment,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/health/live")
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> None:
    """Return when `url` answers."""
    for _ in range(120):
        try:
            urlopen(url).close()  # noqa: S310
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"{url} does not answer")


def cookie(environment: dict[str, str]) -> str:
    """Return the key of a session of the demonstration's manager."""
    return manage(environment, "shell", "--no-imports", "--command", LOG_IN).split()[-1]


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium, while it runs."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def shoot(chromium: Any, address: str, session: str) -> None:
    """Take the pictures, one after the other."""
    IMAGES.mkdir(exist_ok=True)

    def page(theme: str = "light", **options: Any) -> Any:
        context = chromium.new_context(base_url=address, reduced_motion="reduce", locale="en-US", **options)
        context.set_default_timeout(30_000)
        for name, value in (("sessionid", session), ("theme", theme)):
            context.add_cookies([{"name": name, "value": value, "url": address}])
        return context.new_page()

    desk = page(**DESK)
    desk.goto("/makers/today/")
    keep(desk, "today")
    desk.goto("/makers/advocates/?q=Maya")
    desk.get_by_role("link", name="Maya").first.click()
    desk.wait_for_url("**/advocates/*/")
    keep(desk, "advocate")
    desk.goto("/makers/rotation/")
    keep(desk, "rotation")
    desk.goto("/makers/compose/?q=Maya")
    desk.locator("main a[href*='/compose/']").first.click()
    write(desk, CANNED, "block", "compose-refused")
    write(desk, PERSONAL, "pass", "compose-praised")
    phone = page(**{**PHONE, "viewport": {"width": 390, "height": 1040}})  # so that the promise is seen too
    phone.goto("/makers/log/")
    phone.locator("[name=line]").fill(LINE)
    phone.locator("[data-save]").wait_for()
    keep(phone, "log-phone")
    night = page(theme="dark", **PHONE)
    night.goto("/makers/today/")
    keep(night, "today-phone-dark")


def write(page: Any, words: str, outcome: str, name: str) -> None:
    """Type a message, wait for what the check says, and keep the picture."""
    page.locator("[name=words]").fill(words)
    page.locator(f"#verdict[data-outcome={outcome}]").wait_for()
    keep(page, name)


def keep(page: Any, name: str) -> None:
    """Keep a picture with few colors, so that it is small."""
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png")
    small = ["-dither", "None", "-colors", "256", "-strip", f"PNG8:{IMAGES / name}.png"]
    subprocess.run(["convert", str(IMAGES / f"{name}.png"), *small], check=True)  # noqa: S603, S607


if __name__ == "__main__":
    main()
