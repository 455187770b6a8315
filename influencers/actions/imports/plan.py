"""What an import would do, row by row, before anything is written."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from influencers.actions.forgetting import forgotten
from influencers.actions.imports.answers import Answers, mapping_as_answered
from influencers.actions.imports.changes import Changes, Wishes, changes_for
from influencers.actions.imports.known import KnownPeople
from influencers.actions.imports.matching import Register
from influencers.actions.imports.somebody import Somebody
from influencers.importing import Code, Message, PersonRow, Reading, Table, people_in
from influencers.models import Forgotten, ImportRow, Program

Outcome = ImportRow.Outcome


@dataclass(slots=True)
class PlannedRow:
    """What becomes of one row. `changes` are set at the first row of each person, for all their rows."""

    line: int
    outcome: str
    name: str = ""
    reasons: tuple[Message, ...] = ()
    somebody: Somebody | None = None
    changes: Changes = field(default_factory=Changes)

    @property
    def shown(self) -> dict[str, list[Any]]:
        """Return the changes for people."""
        return self.changes.shown() if self.changes else {}


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of every row of a file."""

    reading: Reading
    wishes: Wishes
    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows there are, how many of each outcome, and how many people they are."""
        outcomes = Counter(row.outcome for row in self.rows)
        counts = {outcome.value: outcomes[outcome] for outcome in Outcome}
        people = {id(row.somebody) for row in self.rows if row.somebody}
        return {"rows": len(self.rows), "people": len(people), **counts}

    @property
    def fingerprint(self) -> str:
        """Return what is equal for two plans that do the same, so that nobody applies what they did not see."""
        told = [(row.line, row.outcome, row.shown) for row in self.rows]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def plan_of(table: Table, answers: Answers, program: Program, now: dt.datetime) -> Plan:
    """Say what importing a file, read as answered, into `program` would do. Writes nothing."""
    today = program.today(now)
    reading = people_in(table, mapping_as_answered(table, answers), today=today)
    day = dt.date.fromisoformat(answers.counted_on) if answers.counted_on else today
    return plan(reading, program, Wishes(day, answers.gaps_only, reading.mapping.is_ours))


def plan(reading: Reading, program: Program, wishes: Wishes) -> Plan:
    """Say what importing the people read into `program` would do. Writes nothing."""
    known = KnownPeople(program, reading.people)
    register = Register(known)
    rows = [PlannedRow(row.line, Outcome.UNREADABLE, reasons=(row.reason,)) for row in reading.unreadable]
    rows += [PlannedRow(row.line, Outcome.SKIPPED, reasons=(row.reason,)) for row in reading.skipped]
    erased = _erased(reading.people)
    for person in reading.people:
        if person.line in erased:
            rows.append(PlannedRow(person.line, Outcome.SKIPPED, reasons=(Message(Code.FORGOTTEN),)))
            continue
        decision = register.decide(person)
        reasons = (*person.messages, *decision.notes)
        if decision.conflict:
            reasons = (decision.conflict, *reasons)
            rows.append(PlannedRow(person.line, Outcome.CONFLICT, person.name, reasons))
            continue
        somebody, first = register.enter(person, decision)
        if not first:
            reasons = (Message(Code.SAME_AS_LINE, line=somebody.line), *reasons)
        rows.append(PlannedRow(person.line, Outcome.SAME, person.name, reasons, somebody))
    _tell_changes(rows, wishes)
    return Plan(reading.without_rows(), wishes, tuple(sorted(rows, key=lambda row: row.line)))


def _erased(people: Sequence[PersonRow]) -> set[int]:
    """Return the lines of those who were erased here: a list does not bring them back, and nothing of them is kept."""
    if not Forgotten.objects.exists():
        return set()
    accounts = [(account.platform, account.handle) for person in people for account in person.accounts]
    gone = forgotten(accounts=accounts, emails=[address for person in people for address in person.emails])
    return {
        person.line
        for person in people
        if any((account.platform, account.handle) in gone for account in person.accounts)
        or gone & set(person.emails)
    }


def _tell_changes(rows: list[PlannedRow], wishes: Wishes) -> None:
    """Compare each person once all their rows are known, and say it at their first row."""
    for row in rows:
        if row.somebody is None or row.somebody.line != row.line:
            continue
        row.changes = changes_for(row.somebody, wishes)
        if row.somebody.known is None:
            row.outcome = Outcome.NEW
        elif row.changes:
            row.outcome = Outcome.CHANGED
        else:
            row.somebody.be_done()
