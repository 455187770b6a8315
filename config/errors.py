"""The pages for what goes wrong. Each says what happened and what to do next."""

from collections.abc import Callable

import structlog
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from config.views import back
from influencers.refusals import Conflict, NotAllowed, Refused

LAST_RESORT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Rapport</title>
<h1>Something broke on our side</h1><p>Go back and try again in a minute. If it happens again, tell whoever
runs Rapport for you what you were doing.</p>"""


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read, so no whole page is drawn for it."""
    return _plain(request, "errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this person may not do this. Shows the action's sentence, if it gave one."""
    return _page(request, "errors/403.html", 403, exception)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old; how not to lose what was typed."""
    return _page(request, "errors/csrf.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not for this person, which look the same on purpose."""
    return _page(request, "errors/404.html", 404)


def conflict(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """409: somebody else changed it first."""
    return _page(request, "errors/409.html", 409, exception)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """422: an action would not do it, and the view did not show why beside a field."""
    return _page(request, "errors/422.html", 422, exception)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many attempts to log in."""
    return _page(request, "errors/429.html", 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without the database, and without templates if these are what broke."""
    return _plain(request, "errors/500.html", 500)


def _page(
    request: HttpRequest, template: str, status: int, exception: Exception | None = None
) -> HttpResponse:
    sentence = str(exception) if isinstance(exception, Refused) else ""
    context = {
        "sentence": sentence,
        "status": status,
        "again": back(request),
        "see": getattr(exception, "see", ""),
    }
    return render(request, template, context, status=status)


def _plain(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Draw a page that stands alone: no context processors, so no session, user or program is asked for."""
    page: str
    try:
        context = {
            "stylesheet": staticfiles_storage.url("app.css"),
            "request_id": structlog.contextvars.get_contextvars().get("request_id", ""),
        }
        page = render_to_string(template, context)
    except Exception:
        structlog.get_logger(__name__).exception("error_page_failed", template=template)
        page = LAST_RESORT
    return HttpResponse(page, status=status)


class RefusalMiddleware:
    """Answers with the right page when a view lets through what an action raised."""

    PAGES: tuple[tuple[type[Refused], Callable[..., HttpResponse]], ...] = (
        (Conflict, conflict),
        (NotAllowed, forbidden),
        (Refused, refused),
    )

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for a refusal; leave everything else to Django."""
        for kind, page in self.PAGES:
            if isinstance(exception, kind):
                return page(request, exception)
        return None
