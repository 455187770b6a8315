"""Structured logs: one line an event, with the request's id, without people's addresses."""

import logging.config
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from celery.signals import setup_logging

FEED = re.compile(r"(/feeds/)[\w-]+")  # the secret address of a calendar
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+\.[\w.-]+")


def without_addresses(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Mask e-mail addresses, which a database's complaint quotes, and the secrets in addresses of calendars."""
    for key, value in event.items():
        if isinstance(value, str) and "@" in value:
            event[key] = EMAIL.sub("[e-mail]", value)
        if isinstance(value, str) and "/feeds/" in value:
            event[key] = FEED.sub(r"\1[secret]", str(event[key]))
    return event


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.processors.StackInfoRenderer(),
]


def logging_config(level: str, style: str) -> dict[str, Any]:
    """Return Django's LOGGING: everything at `level` to standard error, as `json` or for a `console`."""
    renderer: Any = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    if style == "json":
        renderer = structlog.processors.JSONRenderer()
    last = [structlog.processors.format_exc_info, without_addresses]
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [*last, structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        "foreign_pre_chain": [*_SHARED, structlog.stdlib.PositionalArgumentsFormatter()],
    }
    quiet = {"handlers": ["stderr"], "level": "WARNING", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django.server": {"handlers": ["stderr"], "level": level, "propagate": False},
            # django-structlog writes a line for each request and task; these would write a second and a third.
            "django.request": {**quiet, "level": "CRITICAL"},
            "celery.worker.strategy": quiet,
            "celery.app.trace": quiet,
            "celery.beat": quiet,
        },
    }


def configure_logs() -> None:
    """Send structlog's own events through the standard library's handlers."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


@setup_logging.connect
def as_django_does(**_: Any) -> None:
    """Have Celery's processes log as the web server does, and not in a format of their own."""
    from django.conf import settings  # here, since settings read this module

    logging.config.dictConfig(settings.LOGGING)
