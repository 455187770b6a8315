"""What goes wrong, as problem details (RFC 9457): a title, a sentence, and the fields it is about."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import set_rollback

from influencers.refusals import Conflict, NotAllowed, Refused


class Precondition(exceptions.APIException):
    """An edit came without saying which version it is an edit of."""

    status_code = 428
    default_code = "precondition_required"


class KeyReused(exceptions.APIException):
    """An idempotency key came back with another question."""

    status_code = 422
    default_code = "idempotency_key_reused"


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """Return the answer to `error`; None for what nobody expected, which is a 500."""
    set_rollback()
    status = _status(error, context.get("request"))
    if status is None:
        return None
    fields = list(_fields(error))
    detail = fields[0]["detail"] if len(fields) == 1 else _sentence(error)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": _title(status),
        "status": status,
        "detail": detail,
    }
    if fields:
        body["errors"] = fields
    body.update(getattr(error, "problem", {}))
    response = Response(body, status=status, content_type="application/problem+json")
    if isinstance(error, exceptions.APIException):
        for name in ("auth_header", "wait"):
            if getattr(error, name, None) is not None:
                header = {"auth_header": "WWW-Authenticate", "wait": "Retry-After"}[name]
                response[header] = str(getattr(error, name))
    return response


def _status(error: Exception, request: Request | None) -> int | None:
    match error:
        case Conflict():
            return 412 if request is not None and "If-Match" in request.headers else 409
        case NotAllowed() | PermissionDenied():
            return 403
        case Refused():
            return 422
        case Http404():
            return 404
        case exceptions.APIException():
            return error.status_code
    return None


def _title(status: int) -> str:
    titles = {
        400: _("This cannot be read"), 401: _("Log in first"), 403: _("Not allowed"), 404: _("Not found"),
        405: _("Not possible here"), 409: _("Somebody was faster"), 412: _("Somebody changed this meanwhile"),
        415: _("Send JSON"), 422: _("Not accepted"), 428: _("Say which version you edit"), 429: _("Too many requests"),
    }  # fmt: skip
    return titles.get(status, _("Something is wrong"))


def _sentence(error: Exception) -> str:
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, Http404):
        return _("There is nothing here, or nothing that you may see.")
    if isinstance(error, exceptions.ValidationError):
        return _("Some fields cannot be accepted.")
    return str(getattr(error, "detail", error))


def _fields(error: Exception) -> Iterator[dict[str, str]]:
    if isinstance(error, Refused) and error.field:
        yield {"field": error.field, "detail": str(error)}
    if isinstance(error, exceptions.ValidationError):
        yield from _flat(error.detail)


def _flat(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    """Yield each message with the path of its field, such as `members.0`."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _flat(inner, f"{path}.{name}".strip("."))
    elif isinstance(detail, list):
        for place, inner in enumerate(detail):
            yield from _flat(inner, path if isinstance(inner, str) else f"{path}.{place}")
    else:
        yield {"field": path, "detail": str(detail)}
