"""Who has been changed or touched since an import: what taking it back would lose."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from influencers.actions.bulk import chunks
from influencers.models import Account, Advocate, ContactPoint, ImportBatch, ImportRow, Membership, Merge

# What an import itself makes for a new person.
MADE = (Account, ContactPoint, Membership)


def touched_since(batch: ImportBatch, rows: list[ImportRow], at: dt.datetime) -> set[int]:
    """Return those of the batch's people whom somebody changed after `at`, or who are more than it made them."""
    everybody = [row.advocate_id for row in rows if row.advocate_id]
    new = [row.advocate_id for row in rows if row.advocate_id and row.undo.get("new")]
    touched = _changed(Advocate, "id", everybody, at)
    touched |= _changed(Account, "advocate_id", everybody, at) | _changed(
        ContactPoint, "advocate_id", everybody, at
    )
    touched |= _changed(Membership, "advocate_id", new, at)
    return touched | _grown(batch, new)


def _changed(model: Any, column: str, ids: Iterable[int], at: dt.datetime) -> set[int]:
    """Return the ids of people of whom history tells something after `at`."""
    found: set[int] = set()
    for chunk in chunks(ids):
        later = model.history.filter(**{f"{column}__in": chunk}, history_date__gt=at)
        found.update(later.order_by().values_list(column, flat=True))
    return found


def _grown(batch: ImportBatch, new: Iterable[int]) -> set[int]:
    """Return those to whom anything else refers by now: a touchpoint, a request, another program, a merge."""
    found: set[int] = set()
    for chunk in chunks(new):
        members = dict(
            Membership.objects.filter(advocate__in=chunk, program=batch.program).values_list("pk", "advocate")
        )
        others = Membership.objects.filter(advocate__in=chunk).exclude(program=batch.program)
        found.update(others.values_list("advocate", flat=True))
        for merge in Merge.objects.filter(Q(kept__in=chunk) | Q(merged__in=chunk)):
            found |= {merge.kept_id, merge.merged_id} & set(chunk)
        for manager, field in _references(Advocate):
            if manager.model not in MADE:
                referring = manager.filter(**{f"{field}__in": chunk}).order_by()
                found |= set(referring.values_list(field, flat=True).distinct())
        for manager, field in _references(Membership):
            referring = manager.filter(**{f"{field}__in": list(members)}).order_by()
            found |= {members[pk] for pk in referring.values_list(field, flat=True).distinct()}
    return found


def _references(model: type[models.Model]) -> list[tuple[Any, str]]:
    """Return every table that refers to a model, of whatever app, and the field that does."""
    relations = [
        relation for relation in model._meta.related_objects if relation.one_to_many or relation.one_to_one
    ]
    return [(relation.related_model._base_manager, relation.field.name) for relation in relations]
