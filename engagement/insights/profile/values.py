"""A value of the record as a person reads it."""

import datetime as dt
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from influencers.models import User

LONG = 200
NOTHING = "–"


def shown(field: Any, value: Any, names: dict[tuple[str, int], str]) -> str:
    """Return the value of a model's field, as JSON holds it, in words."""
    if value in (None, "", [], {}):
        return NOTHING
    if field.related_model is not None:
        kind = "user" if field.related_model is User else field.name
        return names.get((kind, value), f"#{value}")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, DateTimeField):
        return _moment(parse_datetime(str(value).replace(" ", "T")), str(value))
    if isinstance(field, DateField):
        return _moment(parse_date(str(value)), str(value))
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    text = str(value)
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"


def _moment(value: dt.date | None, otherwise: str) -> str:
    if value is None:
        return otherwise
    if isinstance(value, dt.datetime):  # SQLite keeps instants in UTC, and does not say so
        value = timezone.localtime(value if timezone.is_aware(value) else value.replace(tzinfo=dt.UTC))
    pattern = "DATETIME_FORMAT" if isinstance(value, dt.datetime) else "DATE_FORMAT"
    return formats.date_format(value, pattern)
