"""Who changed what of a person's record, and when: every kept change as one list, the newest first."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, JSONField, Q, Value, Window
from django.db.models.functions import JSONObject, Lag
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from engagement.insights.profile.values import shown
from engagement.models import (
    AdvocateRequest,
    Ask,
    Invited,
    Participation,
    PlannedTouchpoint,
    Promise,
    PutForward,
    Touchpoint,
)
from influencers.models import (
    Account,
    Advocate,
    Connection,
    ContactPoint,
    Fact,
    Farewell,
    FirstMeeting,
    Grant,
    HandOver,
    Membership,
    Perk,
    Portrait,
    Role,
    RotationDecision,
    Term,
    Tier,
    User,
    Vouch,
)  # fmt: skip

PAGE = 50
HIDDEN = {
    "id", "version", "created_at", "updated_at", "program", "advocate", "membership", "handle_key", "overdue_from",
    "history_id", "history_date", "history_type", "history_user", "history_change_reason", "extra", "position",
    "checked_at", "check_version", "findings", "made_in", "asked_in", "answered_in", "grant", "farewell", "once",
    "merged_into", "recipient", "by_membership", "other", "review", "thanked_in", "touchpoint",
}  # fmt: skip
MODELS: tuple[Any, ...] = (
    Advocate, Membership, Account, ContactPoint, Term, Role, Fact, Vouch, Connection, Grant, RotationDecision,
    Farewell, Promise, AdvocateRequest, Touchpoint, Portrait, FirstMeeting, PutForward, Ask,
    HandOver, PlannedTouchpoint,
)  # fmt: skip
NAMED: dict[str, Any] = {"tier": Tier, "role": Role, "perk": Perk}


@dataclass(frozen=True, slots=True)
class Difference:
    """One value, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One kept change. `how` is +, ~ or - as in history; `about` names the thing."""

    who: str
    when: str
    at: dt.datetime
    what: str
    about: str
    how: str
    reason: str
    differences: tuple[Difference, ...]


def changes(
    member: Membership, *, before: dt.datetime | None = None
) -> tuple[list[Change], dt.datetime | None]:
    """Return a page of changes, and the instant before which the next page begins; None on the last."""
    questions = [_question(model, number, member, before) for number, model in enumerate(MODELS)]
    rows = list(
        questions[0].union(*questions[1:], all=True).order_by("-history_date", "-history_id")[: PAGE + 1]
    )
    names = _names(row for row in rows[:PAGE])
    with timezone.override(member.program.time_zone):
        found = [_change(row, names) for row in rows[:PAGE]]
    return found, found[-1].at if len(rows) > PAGE else None


def _fields(model: Any) -> list[Any]:
    """Return the fields of a model's history that a person reads."""
    return [field for field in model.history.model._meta.concrete_fields if field.name not in HIDDEN]


def _question(model: Any, number: int, member: Membership, before: dt.datetime | None) -> Any:
    history = model.history.model
    values = JSONObject(**{field.name: F(field.attname) for field in _fields(model)})
    earlier = Window(
        Lag(values), partition_by=[F("id")], order_by=[F("history_date").asc(), F("history_id").asc()],
        output_field=JSONField(),
    )  # fmt: skip
    rows = history.objects.filter(_about(model, member)).order_by()
    if before is not None:  # what came later is not needed to know what changed
        rows = rows.filter(history_date__lt=before)
    return rows.annotate(
        which=Value(str(number), output_field=CharField()), values=values, earlier=earlier
    ).values_list(
        "which", "history_id", "history_date", "history_type", "history_user_id", "history_change_reason",
        "values", "earlier",
    )  # fmt: skip


def _about(model: Any, member: Membership) -> Q:
    if model is Advocate:
        return Q(id=member.advocate_id)
    if model is Membership:
        return Q(id=member.pk)
    if model in (Account, ContactPoint):
        return Q(advocate=member.advocate_id)
    if model is Connection:
        return Q(membership=member.pk) | Q(other=member.pk)
    if model is Touchpoint:
        mine = Participation.objects.filter(membership=member).values("touchpoint")
        return Q(id__in=mine) | Q(recipient=member.pk)
    if model is PlannedTouchpoint:
        return Q(id__in=Invited.objects.filter(membership=member).values("plan"))
    return Q(membership=member.pk)


def _change(row: Any, names: dict[tuple[str, int], str]) -> Change:
    number, _id, at, how, user, reason, values, earlier = row
    model = MODELS[int(number)]
    fields = {field.name: field for field in _fields(model)}
    differences = tuple(
        Difference(
            str(fields[name].verbose_name),
            shown(fields[name], earlier.get(name), names),
            shown(fields[name], value, names),
        )
        for name, value in values.items()
        if how == "~" and earlier and earlier.get(name) != value
    )  # fmt: skip
    return Change(
        who=names.get(("user", user), _("a former colleague")) if user else _("the application"),
        when=formats.date_format(timezone.localtime(at), "DATETIME_FORMAT"),
        at=at,
        what=str(model._meta.verbose_name),
        about=_headline(values),
        how=how,
        reason=reason or "",
        differences=differences,
    )


def _headline(values: dict[str, Any]) -> str:
    """Return what names a thing: its text, words, title, name or handle."""
    if values.get("starts_on"):
        return f"{values['starts_on']} – {values['ends_on']}"
    for name in ("text", "words", "title", "name", "handle", "value", "reason", "what_to_know", "where"):
        if values.get(name):
            text = " ".join(str(values[name]).split())
            return text if len(text) < 90 else f"{text[:89]}…"
    return ""


def _names(rows: Iterable[Any]) -> dict[tuple[str, int], str]:
    """Return the names of the people and things that the values of `rows` point to."""
    users: set[int] = set()
    things: dict[str, set[int]] = {name: set() for name in NAMED}
    for number, _id, _at, _how, user, _reason, *versions in rows:
        users.add(user or 0)
        for field in _fields(MODELS[int(number)]):
            for version in filter(None, versions):
                if field.related_model is User:
                    users.add(version.get(field.name) or 0)
                elif field.name in things:
                    things[field.name].add(version.get(field.name) or 0)
    found = {("user", pk): name for pk, name in _labels(User, users, "name")}
    for name, ids in things.items():
        label = "title" if name == "role" else "name"
        found |= {(name, pk): text for pk, text in _labels(NAMED[name], ids, label)}
    return found


def _labels(model: Any, ids: Collection[int], label: str) -> Iterable[tuple[int, str]]:
    ids = {pk for pk in ids if pk}
    return model.objects.filter(pk__in=ids).values_list("pk", label) if ids else ()
