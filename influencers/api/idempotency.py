"""A POST with an `Idempotency-Key` is done once; asking again with the same key gives the same answer."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from influencers import clock
from influencers.api.problems import KeyReused
from influencers.models import IdempotentCall, User

LONGEST_KEY = 255
Handler = Callable[..., Response]


def once(handler: Handler) -> Handler:
    """Have `handler` done at most once for a key.

    The answer is kept in the transaction of the effect itself: there is no moment at which one is there without
    the other. A second call with the same key waits for the first. What was refused is not kept: correct it and
    use the key again.
    """

    @wraps(handler)
    def wrapped(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get("Idempotency-Key", "")
        if not key:
            return handler(view, request, *args, **kwargs)
        if len(key) > LONGEST_KEY or not key.isprintable():
            raise ValidationError({"Idempotency-Key": [_("At most 255 printable letters.")]})
        asked = _fingerprint(request)
        with transaction.atomic():
            call = _claim(request, key, asked)
            if call is None:
                return _again(request, key, asked)
            response = handler(view, request, *args, **kwargs)
            call.status, call.body = response.status_code, response.data
            call.headers = {"ETag": response["ETag"]} if response.has_header("ETag") else {}
            call.save()
        return response

    return wrapped


def _fingerprint(request: Request) -> str:
    path = request.get_full_path()
    return hashlib.sha256(
        f"{request.method} {path}\n".encode() + repr(sorted_data(request.data)).encode()
    ).hexdigest()


def sorted_data(data: Any) -> Any:
    """Return JSON data so that the order of its keys does not matter."""
    if isinstance(data, dict):
        return sorted((name, sorted_data(value)) for name, value in data.items())
    return [sorted_data(value) for value in data] if isinstance(data, list) else data


def _claim(request: Request, key: str, asked: str) -> IdempotentCall | None:
    """Return the new record of this call, None if the key has been used."""
    try:
        with transaction.atomic():
            return IdempotentCall.objects.create(
                user=_asker(request), key=key, fingerprint=asked, created_at=clock.now()
            )
    except IntegrityError:
        return None


def _again(request: Request, key: str, asked: str) -> Response:
    call = IdempotentCall.objects.get(user=_asker(request), key=key)
    if call.fingerprint != asked:
        raise KeyReused(_("This Idempotency-Key was used for another request. Use a new one."))
    return Response(call.body, status=call.status, headers={**call.headers, "Idempotent-Replayed": "true"})


def _asker(request: Request) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - permissions have let nobody else in
    return request.user
