"""What `manage.py check` says of settings that are each right, but not together, or not in production."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.http.request import validate_host

MAIL_THAT_STAYS_HERE = ("console", "dummy", "filebased", "locmem")


def public_host_is_allowed(**_: Any) -> list[CheckMessage]:
    """Warn when the address that mails and links name would be refused."""
    host = urlsplit(settings.PUBLIC_URL).hostname or ""
    if validate_host(host, settings.ALLOWED_HOSTS):
        return []
    return [
        Warning(
            f"PUBLIC_URL names {host}, which ALLOWED_HOSTS does not: its pages would answer 400.",
            hint=f"Set ALLOWED_HOSTS={host}",
            id="rapport.W001",
        )
    ]


def cache_is_shared(**_: Any) -> list[CheckMessage]:
    """Warn of a cache that every process has for itself."""
    backend = settings.CACHES["default"]["BACKEND"]
    if not backend.endswith(("LocMemCache", "DummyCache")):
        return []
    return [
        Warning(
            "Every web process has a cache of its own: logging out, and waiting after wrong passwords, "
            "would be known to one of them only, and /health would not see the jobs run.",
            hint="Set CACHE_URL, for example to redis://127.0.0.1:6379/1",
            id="rapport.W002",
        )
    ]


def mail_goes_out(**_: Any) -> list[CheckMessage]:
    """Warn when mail is written to the log, or nowhere."""
    if settings.EMAIL_BACKEND.split(".")[-2] not in MAIL_THAT_STAYS_HERE:
        return []
    return [
        Warning(
            "No mail leaves this installation: no morning digest, no link for a forgotten password.",
            hint="Set EMAIL_URL, for example to smtp+tls://USER:PASSWORD@HOST:587",
            id="rapport.W003",
        )
    ]


def pages_are_encrypted(**_: Any) -> list[CheckMessage]:
    """Warn when pages are served without TLS."""
    if settings.HTTPS:
        return []
    return [
        Warning(
            "PUBLIC_URL does not begin with https://, so cookies and pages travel unencrypted.",
            hint="Serve it behind a proxy with TLS, and set PUBLIC_URL and BEHIND_PROXY=yes.",
            id="rapport.W004",
        )
    ]
