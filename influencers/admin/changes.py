"""A change as people read it: the field's name, and its value before and after."""

import datetime as dt
from typing import Any

from django.utils import formats, timezone
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

NOISE = ("version", "updated_at")  # every change changes these


class Changes(HistoricalRecordContextHelper):  # type: ignore[misc]
    """Formats what one entry of a history changed."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        """Leave out what every change changes."""
        changes = [change for change in delta.changes if change.field not in NOISE]
        shown = [self.format_delta_change(change) for change in changes]
        return [{"field": change.field, "old": change.old, "new": change.new} for change in shown]

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        """Return the words for a choice, the date as one writes it, a dash for nothing."""
        field: Any = self.model._meta.get_field(change.field)
        if value in (None, "", [], {}) or (isinstance(value, DeletedObject) and value.pk is None):
            return "–"
        if isinstance(value, dt.datetime):
            return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
        if isinstance(value, dt.date):
            return formats.date_format(value, "DATE_FORMAT")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return super().prepare_delta_change_value(change, value)
