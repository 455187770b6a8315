"""What hangs on a record, moved to another one, and remembered so that it can go back."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction

from influencers.actions.bulk import Pen, chunks


@dataclass(frozen=True, slots=True)
class Move:
    """Rows of one table that pointed at `before` and now point at `after`."""

    model: str
    field: str
    before: int
    after: int
    rows: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the move for storing."""
        return {**asdict(self), "rows": list(self.rows)}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Move":
        """Return what `as_json` stored."""
        return cls(**{**stored, "rows": tuple(stored["rows"])})


def move(
    model: type[models.Model], field: str, rows: Iterable[int], *, before: int, after: int, pen: Pen
) -> Move:
    """Point these rows at `after`. A row that the other record has already stays where it is."""
    moved: list[int] = []
    for ids in chunks(rows):
        moved += _all_at_once(model, field, ids, after) or _one_by_one(model, field, ids, after)
    if hasattr(model, "history"):
        pen.record(model, moved)
    return Move(model._meta.label_lower, field, before, after, tuple(moved))


def move_back(step: Move, pen: Pen) -> None:
    """Point the rows of a move at what they pointed at before, those that nobody moved elsewhere since."""
    model = apps.get_model(step.model)
    for ids in chunks(step.rows):
        still = list(
            model._base_manager.filter(pk__in=ids, **{step.field: step.after}).values_list("pk", flat=True)
        )
        move(model, step.field, still, before=step.after, after=step.before, pen=pen)


def references_to(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """Return every table, of whatever app, that points at `model`, and the field that does. Recipients come first:
    the database lets nobody take part in a message to somebody else."""
    found = [
        (relation.related_model, relation.field.name)
        for relation in model._meta.related_objects
        if relation.one_to_many or relation.one_to_one
    ]
    return sorted(found, key=lambda pair: (pair[1] != "recipient", pair[0]._meta.label_lower, pair[1]))


def _all_at_once(model: type[models.Model], field: str, ids: list[int], after: int) -> list[int]:
    try:
        with transaction.atomic():
            model._base_manager.filter(pk__in=ids).update(**{field: after})
    except IntegrityError:
        return []
    return ids


def _one_by_one(model: type[models.Model], field: str, ids: list[int], after: int) -> list[int]:
    return [pk for pk in ids if _all_at_once(model, field, [pk], after)]
