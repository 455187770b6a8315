"""The sheet between a typed line and the record: every chip a field, all of it looked over and saved at once."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.http import QueryDict

from engagement.forms.entry import EntryForm, initial_of
from engagement.forms.filled_in import people_of, promises_of, wishes_of
from engagement.forms.parts import LEFT_OUT, NEW, OPEN, PeopleFormSet, PromiseFormSet, WishFormSet
from engagement.quicklog import ParsedLine, PeopleFinder
from engagement.quicklog.entry import WRITTEN, Entry, Newcomer, PromiseNoted, WishNoted
from engagement.quicklog.language import Direction, Kind, Owes
from influencers.models import Program
from influencers.refusals import Refused

TOKEN = re.compile(r"^people-\d+-token$")
BETWEEN = re.compile(r"[,;\n]+|\s+(?:and|und|&)\s+|\s+(?=@)")
PLACES = {
    "happened_at": "day",
    "members": "",
    "words": "words",
    "kind": "kind",
    "link": "link",
    "text": "",
    "due_on": "",
}


def tokens_in(data: QueryDict) -> list[str]:
    """Return the names a posted sheet holds, for the finder."""
    posted = [str(value) for name, value in data.items() if TOKEN.match(name)]
    names = [*posted, *named(str(data.get("who", "")))]
    return [*names, *(name.split()[0] for name in names if " " in name.strip())]


def named(text: str) -> list[str]:
    """Return the names in 'Maya, @tom and Zoe'."""
    return [name for part in BETWEEN.split(text) if (name := part.strip())]


class EntrySheet:
    """The forms of one entry. Bound with `data`, else filled from a parsed line or `initial`."""

    def __init__(
        self, program: Program, people: PeopleFinder, *, now: dt.datetime, data: QueryDict | None = None,
        parsed: ParsedLine | None = None, initial: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        self.parsed = parsed
        today = program.today(now)
        data = _with_named(data, people) if data is not None else None
        empty = {"day": today, "direction": Direction.BOTH.value}
        filled = {**(initial_of(parsed, today) if parsed else empty), **(initial or {})}
        there = [*people_of(parsed), *filled.pop("people", ())]
        self.form = EntryForm(data, initial=filled, program=program, now=now)
        self.people = PeopleFormSet(data, prefix="people", initial=there, form_kwargs={"people": people})
        names = [form.called for form in self.people.forms]
        made = {"names": names}
        self.promises = PromiseFormSet(
            data, prefix="promises", initial=promises_of(parsed, today), form_kwargs=made
        )
        self.wishes = WishFormSet(data, prefix="wishes", initial=wishes_of(parsed), form_kwargs=made)
        if parsed and parsed.date and parsed.date.asks:
            self.form.offer_days(parsed.date.options)

    def is_valid(self) -> bool:
        """Whether all of it is; every part is looked at, so that all errors show at once."""
        return all(
            [self.form.is_valid(), self.people.is_valid(), self.promises.is_valid(), self.wishes.is_valid()]
        )

    @property
    def has_errors(self) -> bool:
        """Whether something has to be mended."""
        parts: list[forms.BaseForm | forms.BaseFormSet[Any]] = [
            self.form,
            self.people,
            self.promises,
            self.wishes,
        ]
        return any(part.is_bound and not part.is_valid() for part in parts)

    @property
    def needs_sentence(self) -> bool:
        """Whether canned words of ours went out, which their writer explains."""
        written = self.form["kind"].value() in WRITTEN and self.form["direction"].value() != Direction.IN
        return bool(self.form["sentence"].value() or (written and self.form.has_error("words", "canned")))

    @property
    def is_two_way(self) -> bool:
        """Whether nobody has to say who spoke."""
        return bool(self.form["direction"].value() == Direction.BOTH)

    @property
    def is_theirs(self) -> bool:
        """Whether they spoke, and may wait for our answer."""
        return bool(self.form["direction"].value() == Direction.IN)

    def show(self, refusal: Refused) -> None:
        """Say what an action refused, at the field it is about."""
        where = PLACES.get(refusal.field, refusal.field)
        canned = refusal.field == "words"
        error = forms.ValidationError(str(refusal), code="canned" if canned else "refused")
        self.form.add_error(where if where in self.form.fields else None, error)

    def entry(self) -> Entry:
        """Return what was confirmed. Only for a valid sheet."""
        cleaned = self.form.cleaned_data
        rows = [
            (place, form.cleaned_data) for place, form in enumerate(self.people.forms) if form.cleaned_data
        ]
        known = [(place, int(row["choice"])) for place, row in rows if row["choice"] not in (NEW, LEFT_OUT)]
        new = [(place, _newcomer(row)) for place, row in rows if row["choice"] == NEW]
        places = {place: at for at, (place, _who) in enumerate([*known, *new])}
        return Entry(
            kind=Kind(cleaned["kind"]),
            direction=Direction(cleaned["direction"]),
            happened_at=cleaned["happened_at"],
            members=tuple(pk for _place, pk in known),
            newcomers=tuple(newcomer for _place, newcomer in new),
            words=cleaned["words"],
            channel=cleaned["channel"],
            link=cleaned["link"],
            needs_answer=cleaned["needs_answer"],
            sentence=cleaned["sentence"],
            promises=tuple(_promise(row, places) for row in _filled(self.promises, "text")),
            wishes=tuple(_wish(row, places) for row in _filled(self.wishes, "words")),
            knowing=cleaned["knowing"],
            knowing_about=places.get(cleaned["knowing_about"] or 0, 0),
            plan=cleaned["plan"] or 0,
            client_token=cleaned["token"],
        )


def _with_named(data: QueryDict, people: PeopleFinder) -> QueryDict:
    """Turn names typed into the 'who' field into rows of people; unclear ones are asked about."""
    names = named(str(data.get("who", "")))
    if not names:
        return data
    data = data.copy()
    total = (
        int(data.get("people-TOTAL_FORMS") or 0)
        if str(data.get("people-TOTAL_FORMS") or "0").isdecimal()
        else 0
    )
    for place, name in enumerate(names, start=total):
        found = people.find(name)
        data[f"people-{place}-token"] = name.removeprefix("@")
        data[f"people-{place}-handle"] = "True" if name.startswith("@") else ""
        data[f"people-{place}-choice"] = found[0].id if len(found) == 1 else OPEN
        data[f"people-{place}-name"] = name.removeprefix("@")
    data["people-TOTAL_FORMS"] = str(total + len(names))
    data["who"] = ""
    return data


def _filled(formset: Any, text: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        form.cleaned_data for form in formset.forms if form not in formset.deleted_forms
    ]
    return [row for row in rows if row.get(text)]


def _newcomer(row: dict[str, Any]) -> Newcomer:
    return Newcomer(row["name"].strip() or row["token"], row["token"] if row["handle"] else "")


def _promise(row: dict[str, Any], places: dict[int, int]) -> PromiseNoted:
    return PromiseNoted(row["text"], row["due_on"], Owes(row["made_by"]), places.get(row["about"] or 0, 0))


def _wish(row: dict[str, Any], places: dict[int, int]) -> WishNoted:
    return WishNoted(row["words"], row["due_on"], places.get(row["about"] or 0, 0))
