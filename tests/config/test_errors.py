"""The pages for what goes wrong."""

import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config import errors
from config.urls import urlpatterns as pages
from influencers.refusals import Conflict, NotAllowed, Refused

handler400, handler403 = errors.bad_request, errors.forbidden
handler404, handler429, handler500 = errors.not_found, errors.too_many_requests, errors.server_error

TROUBLE: dict[str, Exception] = {
    "400": SuspiciousOperation("odd"),
    "403": PermissionDenied(),
    "403-role": NotAllowed("Ask a manager."),
    "404": Http404(),
    "409": Conflict("Tom changed it."),
    "422": Refused("She has not been told yet."),
    "500": RuntimeError("broken"),
}


def trouble(request: HttpRequest, which: str) -> HttpResponse:
    """Fail in the way that is asked for."""
    raise TROUBLE[which]


urlpatterns = [path("trouble/<which>/", trouble), *pages]


@pytest.fixture(autouse=True)
def _urls(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def visitor() -> Client:
    """A browser that is shown the error page, not the traceback."""
    return Client(raise_request_exception=False, headers={"accept": "text/html"})


@pytest.mark.django_db
@pytest.mark.parametrize("which", TROUBLE)
def test_each_says_what_happened_and_what_to_do_next(which: str, visitor: Client) -> None:
    answer = visitor.get(f"/trouble/{which}/")
    page = answer.content.decode()

    assert answer.status_code == int(which[:3])
    assert re.search(r"<h1>\s*\S", page)
    assert re.search(r'<a class="btn[^"]*" href="/', page)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("which", "sentence"),
    [("403-role", "Ask a manager."), ("409", "Tom changed it."), ("422", "She has not been told yet.")],
)
def test_the_sentence_of_a_refusal_is_shown(which: str, sentence: str, visitor: Client) -> None:
    assert sentence in visitor.get(f"/trouble/{which}/").content.decode()


def test_a_broken_page_is_drawn_without_the_database(visitor: Client) -> None:
    # Without the django_db mark every query raises.
    answer = visitor.get("/trouble/500/")

    assert answer.status_code == 500
    assert answer["X-Request-ID"] in answer.content.decode()


def test_a_broken_error_page_still_says_something(monkeypatch: pytest.MonkeyPatch, rf: Any) -> None:
    monkeypatch.setattr(errors, "render_to_string", lambda *_: 1 / 0)

    answer = errors.server_error(rf.get("/"))

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_that_is_too_old_is_explained() -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "maya@example.com"})

    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()


@pytest.mark.django_db
def test_too_many_attempts_to_log_in_are_told_to_wait(client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}

    answers = [client.post("/account/login/", {"login": "a@b.example", "password": "x"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Try again in five minutes" in answers[-1].content.decode()


@pytest.mark.django_db
def test_a_conflict_leads_back_to_the_page_that_the_form_was_on(visitor: Client) -> None:
    page = visitor.post("/trouble/409/", headers={"referer": "http://testserver/acme/advocates/7/"})

    assert 'href="http://testserver/acme/advocates/7/"' in page.content.decode()
