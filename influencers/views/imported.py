"""What became, or would become, of the rows of a file, as a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from influencers.actions.imports.words import say
from influencers.forms.import_labels import change_label
from influencers.importing import Message
from influencers.models import ImportBatch, ImportRow
from influencers.views.entering import number

SIZE = 50
OTHER = "other "  # how a change in a column that is only kept begins
TONES = {
    "new": "good",
    "changed": "info",
    "same": "neutral",
    "conflict": "bad",
    "unreadable": "bad",
    "skipped": "warn",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: of what, from what, to what."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the file."""

    line: int
    name: str
    url: str
    outcome: str
    tone: str
    reasons: list[str]
    differences: list[Difference]
    others: list[Difference]  # in columns that are only kept


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to narrow the rows."""

    label: str
    url: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True)
class ShownRows:
    """A page of rows, and where one can go from it."""

    rows: list[ShownRow]
    tabs: list[Tab]
    newer: str = ""
    older: str = ""


def rows_of(batch: ImportBatch, asked: QueryDict) -> ShownRows:
    """Return the page of rows that the address asks for. One statement."""
    outcome = asked.get("outcome", "")
    rows = batch.rows.order_by("line")
    if outcome in ImportRow.Outcome.values:
        rows = rows.filter(outcome=outcome)
    after, before = number(asked.get("after")), number(asked.get("before"))
    if before is not None:
        found = list(rows.filter(line__lt=before).reverse()[: SIZE + 1])
        more, page = len(found) > SIZE, found[:SIZE][::-1]
        first, last = more, True
    else:
        found = list(rows.filter(line__gt=after or 0)[: SIZE + 1])
        page, first, last = found[:SIZE], after is not None, len(found) > SIZE
    return ShownRows(
        rows=[_shown(row, batch) for row in page],
        tabs=list(_tabs(batch, outcome)),
        newer=_url(outcome, before=page[0].line) if page and first else "",
        older=_url(outcome, after=page[-1].line) if page and last else "",
    )


def _shown(row: ImportRow, batch: ImportBatch) -> ShownRow:
    changes = list(_changes(row))
    return ShownRow(
        line=row.line,
        name=row.name,
        url=_page_of(row, batch) if row.advocate_id else "",
        outcome=str(row.get_outcome_display()),
        tone=TONES[row.outcome],
        reasons=[say(Message.from_dict(said)) for said in row.reasons],
        differences=[change for name, change in changes if not name.startswith(OTHER)],
        others=[change for name, change in changes if name.startswith(OTHER)],
    )


def _changes(row: ImportRow) -> Iterator[tuple[str, Difference]]:
    """Yield the changes; the name of somebody new is said already."""
    for name, (was, now) in row.changes.items():
        if name != "name" or row.outcome != ImportRow.Outcome.NEW:
            yield (
                name,
                Difference(
                    change_label(name),
                    _text(was),
                    _followers(now) if name.startswith("account ") else _text(now),
                ),
            )


def _page_of(row: ImportRow, batch: ImportBatch) -> str:
    return reverse("engagement:advocate", args=[batch.program.slug, row.advocate_id])


def _followers(count: int | None) -> str:
    return (
        ""
        if count is None
        else _("%(count)s followers") % {"count": number_format(count, force_grouping=True)}
    )


def _text(value: Any) -> str:
    return number_format(value, force_grouping=True) if isinstance(value, int) else str(value or "")


def _tabs(batch: ImportBatch, outcome: str) -> Iterator[Tab]:
    yield Tab(_("All"), "?", str(batch.counts.get("rows", 0)), current=not outcome)
    for value, label in ImportRow.Outcome.choices:
        if count := batch.counts.get(value, 0):
            yield Tab(
                str(label), _url(value), number_format(count, force_grouping=True), current=outcome == value
            )


def _url(outcome: str, **place: int) -> str:
    asked = QueryDict(mutable=True)
    if outcome:
        asked["outcome"] = outcome
    for name, line in place.items():
        asked[name] = str(line)
    return f"?{asked.urlencode()}"
