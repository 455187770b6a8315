"""What most records share: who changed them is kept, and two people cannot overwrite each other unseen."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from influencers.refusals import Conflict


def records(**options: Any) -> HistoricalRecords:
    """Return the history of a model: one row a change, with who and when. Derived columns are left out."""
    return HistoricalRecords(user_model=settings.AUTH_USER_MODEL, user_db_constraint=False, **options)


class Kept(models.Model):
    """A row whose every change is kept in history, with who and when.

    Columns named in `kept_beside` follow from other rows and are written where those are: saving a row that was read
    a moment earlier does not set them back.
    """

    kept_beside: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save_as(self, by: Any, *, reason: str = "") -> None:
        """Save in the name of `by` and write history."""
        self._sign(by, reason)
        if self._state.adding or not self.kept_beside:
            self.save()
        else:
            own = [field.name for field in self._meta.concrete_fields if not field.primary_key]
            self.save(update_fields=[name for name in own if name not in self.kept_beside])

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

    def unchanged_since(self, seen: int | None) -> None:
        """Raise `Conflict` if the row has moved on since the version `seen`; hold it until the transaction ends."""
        held = (
            type(self)
            ._default_manager.select_for_update()
            .filter(pk=self.pk)
            .values_list("version", flat=True)
        )
        if seen is not None and seen != held.first():
            raise Conflict
