"""All that is held on one person: found by the foreign keys of every table, so that a new table is not forgotten."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import BinaryField, ForeignKey, ManyToManyField, Model, Q, QuerySet

from influencers.models import Account, Advocate, ContactPoint, Membership, Program, User

# Copies of other columns, keys and digests: nothing that another column does not say.
LEFT_OUT = frozenset({
    "handle_key", "search_text", "sort_name", "first_key", "words_digest", "checked_words", "check_version",
    "client_token", "findings", "fingerprint",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """The rows that are this person, by their ids: records that were merged into one are one person."""

    advocates: tuple[int, ...]
    memberships: tuple[int, ...]
    accounts: tuple[int, ...]
    programs: tuple[int, ...] | None = None  # whose rows are meant; None: everybody's

    def ids_of(self, model: type[Model]) -> tuple[int, ...] | None:
        """Return the ids of the person's rows in one of the three tables; None for any other."""
        tables: dict[type[Model], tuple[int, ...]] = {
            Advocate: self.advocates, Membership: self.memberships, Account: self.accounts,
        }  # fmt: skip
        return tables.get(model)


def person(advocate: Advocate, programs: QuerySet[Program] | None = None) -> Person:
    """Return the rows of a person; with `programs`, only their memberships in these."""
    found, frontier = {advocate.pk}, {advocate.pk}
    while frontier:
        frontier = set(Advocate.objects.filter(merged_into__in=frontier).values_list("pk", flat=True)) - found
        found |= frontier
    memberships = Membership.objects.filter(advocate__in=found)
    if programs is not None:
        memberships = memberships.filter(program__in=programs)
    accounts = Account.objects.filter(advocate__in=found)
    only = None if programs is None else _ids(programs)
    return Person(tuple(sorted(found)), _ids(memberships), _ids(accounts), only)


def _ids(rows: QuerySet[Any]) -> tuple[int, ...]:
    return tuple(rows.order_by("pk").values_list("pk", flat=True))


def tables(app: str) -> Iterator[type[Model]]:
    """Yield every table of an app, those of history included."""
    yield from apps.get_app_config(app).get_models()


def is_history(model: type[Model]) -> bool:
    """Tell whether this is a table of history."""
    return hasattr(model, "instance_type")


def about(model: type[Model], who: Person) -> QuerySet[Any] | None:
    """Return the rows of `model` that point at the person, or are them; None if it has nothing to do with people."""
    base: Any = getattr(model, "instance_type", model)
    own = who.ids_of(base)
    question = (
        Q(pk__in=own) if own is not None and base is model else Q(id__in=own) if own is not None else Q()
    )
    for field in model._meta.get_fields():
        if isinstance(field, (ForeignKey, ManyToManyField)) and field.concrete:
            ids = who.ids_of(field.related_model)
            if ids is not None:
                question |= Q(**{f"{field.name}__in": ids})
    if (
        base is not model and base._meta.many_to_many
    ):  # history keeps no such ties: ask those of the row itself
        now = about(base, who)
        question |= Q(id__in=now.order_by().values("pk")) if now is not None else Q()
    if not question:
        return None
    rows: QuerySet[Any] = model._base_manager.filter(question).order_by("pk")
    if who.programs is not None and any(field.name == "program" for field in model._meta.concrete_fields):
        rows = rows.filter(program__in=who.programs)
    return (
        rows.distinct()
        if any(isinstance(field, ManyToManyField) for field in model._meta.many_to_many)
        else rows
    )


def told(rows: Iterable[Any], who: Person, names: dict[int, str]) -> list[dict[str, Any]]:
    """Return rows as plain data. Other people in them stay unnamed: what is held on them is theirs."""
    return [_told(row, who, names) for row in rows]


def _told(row: Any, who: Person, names: dict[int, str]) -> dict[str, Any]:
    plain = {}
    for field in row._meta.concrete_fields:
        if field.name in LEFT_OUT or isinstance(field, BinaryField):
            continue
        value = getattr(row, field.attname)
        plain[field.name] = _reference(field, value, who, names) if field.is_relation else _plain(value)
    return plain


def _reference(field: Any, value: Any, who: Person, names: dict[int, str]) -> Any:
    if value is None:
        return None
    if field.related_model is User:
        return names.get(value, value)
    own = who.ids_of(field.related_model)
    return value if own is None or value in own else "somebody else"


def _plain(value: Any) -> Any:
    if isinstance(value, (dt.date, dt.datetime, dt.time)):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def colleagues() -> dict[int, str]:
    """Return the names of colleagues by id."""
    return dict(User.objects.values_list("pk", "name"))


def goes_by(who: Person) -> dict[str, list[str]]:
    """Return what a person goes by: names, handles, addresses and numbers."""
    return {
        "name": list(Advocate.objects.filter(pk__in=who.advocates).values_list("name", flat=True)),
        "handle": list(Account.objects.filter(pk__in=who.accounts).values_list("handle", flat=True)),
        "contact": list(
            ContactPoint.objects.filter(advocate__in=who.advocates).values_list("value", flat=True)
        ),
    }
