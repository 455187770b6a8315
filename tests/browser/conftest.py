"""One Chromium for all browser tests; a new profile, with nothing in it, for each."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.contrib.staticfiles.handlers import StaticFilesHandler
from pytest_django.live_server_helper import LiveServer

from influencers.models import User

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1360, "height": 900}
PHONE = {"width": 390, "height": 844}
GRAVE = ("serious", "critical")

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs an event loop in this thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test, and commits, since the server is another thread."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; the test is skipped where there is none."""
    if not os.path.exists(CHROMIUM):
        pytest.skip(f"there is no browser at {CHROMIUM}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveServer]:
    """The application on a port, with its static files (pytest-django looks for them under another name than ours)."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = StaticFilesHandler
    server.start()
    yield server
    server.stop()


@pytest.fixture
def troubles() -> Iterator[list[str]]:
    """What pages complained of: script errors, refused contents, failed loads. A test that expects some clears it."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def open_browser(chromium: Any, live_server: LiveServer, troubles: list[str]) -> Iterator[Callable[..., Any]]:
    """Return a function that opens a page: `open_browser(viewport=…, locale=…)`. `page.goto("/path")` is enough."""
    contexts = []

    def opened(**options: Any) -> Any:
        context = chromium.new_context(base_url=live_server.url, reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda line: line.type == "error" and troubles.append(f"{line.text} ({page.url})"))
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_browser: Callable[..., Any]) -> Any:
    """A page on a desk."""
    return open_browser(viewport=DESK)


@pytest.fixture
def phone(open_browser: Callable[..., Any]) -> Any:
    """A page on a phone, touched rather than clicked."""
    return open_browser(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def log_in(live_server: LiveServer) -> Callable[[Any, User], None]:
    """Return a function that logs a user in on a page, without the form: `log_in(page, user)`."""

    def logged_in(page: Any, user: User) -> None:
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": live_server.url}
        page.context.add_cookies([cookie])

    return logged_in


@pytest.fixture
def theme(live_server: LiveServer) -> Callable[[Any, str], None]:
    """Return a function that chooses a page's theme: `theme(page, "dark")`."""

    def chosen(page: Any, name: str) -> None:
        page.context.add_cookies([{"name": "theme", "value": name, "url": live_server.url}])

    return chosen


@pytest.fixture
def axe() -> Callable[[Any], list[str]]:
    """Return a function that lists what keeps people from using a page: `assert axe(page) == []`."""
    from axe_playwright_python.sync_playwright import Axe

    def found(page: Any) -> list[str]:
        violations = Axe().run(page).response["violations"]
        return [
            f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
            for violation in violations
            if violation["impact"] in GRAVE
            for node in violation["nodes"]
        ]

    return found


def too_wide(page: Any) -> bool:
    """Tell whether a page has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
