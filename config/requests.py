"""One line in the log for each request, and its id in the answer. No names, addresses or search words."""

import re
from typing import Any

import structlog
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django_structlog import signals
from django_structlog.middlewares import RequestMiddleware

# A long part of a path is a key that opens something: of a feed, of a password to be set.
SECRET_PART = re.compile(r"(?<=/)[\w:.~=-]{20,}(?=/|$)")


class RequestLogMiddleware(RequestMiddleware):
    """django-structlog's middleware, without what is about a person."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Name the page, without its query: people's names are searched for."""
        return f"{request.method} {SECRET_PART.sub('…', request.path)}"

    def handle_response(self, request: HttpRequest, response: HttpResponse) -> None:
        """Write the line, and put the id into the answer, so that somebody can quote it."""
        request_id = structlog.contextvars.get_contextvars().get("request_id")
        if request_id:
            response["X-Request-ID"] = request_id
        super().handle_response(request, response)


@receiver(signals.bind_extra_request_metadata)
def leave_out_the_browser(log_kwargs: dict[str, Any], **_: Any) -> None:
    """Do not keep what kind of browser somebody uses."""
    log_kwargs.pop("user_agent", None)
