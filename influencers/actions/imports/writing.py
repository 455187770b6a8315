"""Many rows written at once, each with its history."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from influencers.actions.imports.known import chunks
from influencers.models import User

SIZE = 500
Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, when, and why: what history will say of every row."""

    by: User | None
    now: dt.datetime
    reason: str

    def add(self, rows: Sequence[Row]) -> None:
        """Insert rows; afterwards they have their keys."""
        if rows:
            bulk_create_with_history(list(rows), type(rows[0]), batch_size=SIZE, **self._signature())

    def change(self, rows: Iterable[Row], fields: Iterable[str]) -> None:
        """Update these fields of rows."""
        listed, names = list(rows), list(fields)
        if listed and names:
            model = type(listed[0])
            bulk_update_with_history(listed, model, names, batch_size=SIZE, **self._signature())

    def remove(self, rows: models.QuerySet[Any]) -> None:
        """Delete rows that nothing refers to any more; history keeps what they were."""
        tracked = rows.model.history.model
        for chunk in chunks(rows.values_list("pk", flat=True)):
            gone = rows.model.objects.filter(pk__in=chunk)
            tracked.objects.bulk_create([self._last_words(tracked, row) for row in gone], batch_size=SIZE)
            # Django would load and look after every row once more; what refers to these is gone already.
            gone._raw_delete(gone.db)

    def _last_words(self, tracked: Any, row: models.Model) -> Any:
        values = {field.attname: getattr(row, field.attname) for field in tracked.tracked_fields}
        return tracked(
            history_type="-",
            history_date=self.now,
            history_user=self.by,
            history_change_reason=self.reason,
            **values,
        )

    def _signature(self) -> dict[str, Any]:
        return {"default_user": self.by, "default_change_reason": self.reason, "default_date": self.now}
