"""Every row of a table gets one end: a person, unreadable, or skipped. Nothing else, and nothing in silence."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from influencers.importing import limits
from influencers.importing.accounts import accounts_of
from influencers.importing.cells import add_cell
from influencers.importing.draft import Draft
from influencers.importing.mapping.mapping import Column, Mapping
from influencers.importing.mapping.targets import Field, Target
from influencers.importing.messages import Code, Message
from influencers.importing.own.reading import add_own_cell, own_accounts
from influencers.importing.ragged import fit
from influencers.importing.rows import AccountRow, PersonRow, Unreadable
from influencers.importing.table import Row, Skipped, Table
from influencers.importing.values.emails import email_key
from influencers.importing.values.platforms import OTHER


@dataclass(frozen=True, slots=True)
class Reading:
    """A file read: its rows by what became of them, and what is to be said about the whole."""

    table: Table
    mapping: Mapping
    people: tuple[PersonRow, ...]
    unreadable: tuple[Unreadable, ...]
    skipped: tuple[Skipped, ...]
    messages: tuple[Message, ...] = ()

    def without_rows(self) -> "Reading":
        """Return the same without its rows, which a long file has many of."""
        return replace(
            self, table=replace(self.table, rows=(), skipped=()), people=(), unreadable=(), skipped=()
        )

    @property
    def rows(self) -> int:
        """How many rows the file has below its header."""
        return len(self.people) + len(self.unreadable) + len(self.skipped)


def people_in(table: Table, mapping: Mapping, *, today: dt.date) -> Reading:
    """Read the people in `table`. `today` judges dates that cannot be."""
    people: list[PersonRow] = []
    unreadable: list[Unreadable] = []
    skipped = list(table.skipped)
    columns = [column for column in mapping.columns if column.target.field is not Field.IGNORE]
    for row in table.rows:
        end = _end_of(row, mapping, columns, today)
        if isinstance(end, PersonRow):
            people.append(end)
        elif isinstance(end, Unreadable):
            unreadable.append(end)
        else:
            skipped.append(end)
    skipped.sort(key=lambda row: row.line)
    return Reading(
        table, mapping, tuple(people), tuple(unreadable), tuple(skipped), _said(table, mapping, people)
    )


def _said(table: Table, mapping: Mapping, people: list[PersonRow]) -> tuple[Message, ...]:
    """Return what is to be said about the file as a whole."""
    said = table.messages + mapping.messages
    plain = any(column.target == Target(Field.HANDLE) for column in mapping.columns)
    if plain and any(account.platform == OTHER for person in people for account in person.accounts):
        said += (Message(Code.PLATFORM_UNKNOWN),)
    return said


def _end_of(
    row: Row, mapping: Mapping, columns: Sequence[Column], today: dt.date
) -> PersonRow | Unreadable | Skipped:
    if row.trouble:
        return Unreadable(row.line, row.trouble, row.cells)
    fitted = fit(row, mapping)
    draft = Draft(mapping, today, messages=[*row.messages, *fitted.messages])
    add = add_own_cell if mapping.is_ours else add_cell
    for number, text in enumerate(fitted.beyond, start=len(mapping.columns) + 1):
        draft.extra[f"#{number}"] = text.strip()
    for column in columns:
        text = fitted.cells[column.index] if column.index < len(fitted.cells) else ""
        if text and (mapping.is_ours or not text.isspace()):
            add(draft, column, text)
    own_accounts(draft)
    return _finished(draft, row)


def _finished(draft: Draft, row: Row) -> PersonRow | Skipped:
    accounts = accounts_of(draft)
    emails = tuple({email_key(address): address for address in draft.emails}.values())
    name, stands_in = _name_of(draft, accounts, emails)
    if not name:
        return Skipped(row.line, Message(Code.NOBODY, ", ".join(filter(None, row.cells))), row.cells)
    return PersonRow(
        line=row.line,
        name=name,
        facts=_facts_of(draft),
        emails=emails,
        phones=tuple(dict.fromkeys(draft.phones)),
        accounts=accounts,
        tags=tuple({tag.casefold(): tag for tag in draft.tags}.values()),
        extra=draft.extra,
        rapport_id=draft.rapport_id,
        name_stands_in=stands_in,
        messages=tuple(draft.messages),
    )


def _name_of(draft: Draft, accounts: Sequence[AccountRow], emails: Sequence[str]) -> tuple[str, bool]:
    """Return the name, and whether something else stands in for it because the row says none."""
    if draft.name and draft.name.text:
        damaged = any(message.code is Code.NAME_LOST_LETTERS for message in draft.name.messages)
        return draft.name.text, damaged
    parts = (draft.parts.get(field, "") for field in (Field.FIRST, Field.MIDDLE, Field.LAST))
    if joined := " ".join(part for part in parts if part):
        return joined[: limits.MAX_NAME].strip(), False
    if nickname := draft.facts.get("nickname", ""):
        return nickname, True
    if accounts:
        draft.messages.append(Message(Code.NAME_FROM_HANDLE, accounts[0].handle))
        return accounts[0].handle[: limits.MAX_NAME], True
    if texts := [text for text in draft.unreadable if any(letter.isalnum() for letter in text)]:
        return texts[0][: limits.MAX_NAME], True
    if emails:
        draft.messages.append(Message(Code.NAME_FROM_EMAIL, emails[0]))
        return emails[0][: limits.MAX_NAME], True
    return "", False


def _facts_of(draft: Draft) -> dict[str, str]:
    """Return the text facts, the address, topics and notes composed, each no longer than it may be."""
    facts = dict(draft.facts)
    whole = [draft.name.whole] if draft.name and draft.name.whole else []
    if draft.mapping.is_ours:
        return facts
    composed = {
        "address": ("\n".join(draft.lines), limits.MAX_ADDRESS),
        "topics": (", ".join(dict.fromkeys(draft.topics)), limits.MAX_TOPICS),
        "notes": ("\n\n".join(whole + draft.notes), limits.MAX_NOTES),
    }
    for name, (text, longest) in composed.items():
        if len(text) > longest:
            draft.messages.append(Message(Code.SHORTENED, text, column=name, read_as=str(longest)))
        if text:
            facts[name] = text[:longest]
    return facts
