"""What most records share: who changed them is kept, and two people cannot overwrite each other unseen."""

from typing import Any

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from influencers.refusals import Conflict


def records(**options: Any) -> HistoricalRecords:
    """Return the history of a model: one row a change, with who and when. Derived columns are left out."""
    return HistoricalRecords(user_model=settings.AUTH_USER_MODEL, user_db_constraint=False, **options)


class Kept(models.Model):
    """A row whose every change is kept in history, with who and when."""

    class Meta:
        abstract = True

    def save_as(self, by: Any, *, reason: str = "") -> None:
        """Save in the name of `by` and write history."""
        self._sign(by, reason)
        self.save()

    def delete_as(self, by: Any, *, reason: str = "") -> None:
        """Delete in the name of `by`; history keeps what it was."""
        self._sign(by, reason)
        self.delete()

    def _sign(self, by: Any, reason: str) -> None:
        self._history_user = by
        self._change_reason = reason or None


class Record(Kept):
    """A row that people edit. `version` grows with every edit, so that nobody overwrites what they have not seen."""

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save_as(self, by: Any, *, seen: int | None = None, reason: str = "") -> None:
        """Save in the name of `by` and write history.

        `seen` is the version that the editor had before them. Raises `Conflict` if the row has moved on
        since. None skips the question: for rows just made or locked in this transaction.
        """
        if self.pk and not self._state.adding:
            expected = self.version if seen is None else seen
            taken = type(self)._default_manager.filter(pk=self.pk, version=expected)
            if not taken.update(version=expected + 1):
                raise Conflict
            self.version = expected + 1
        super().save_as(by, reason=reason)
