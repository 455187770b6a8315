"""Rows of our own export: to the letter. What somebody typed into it since is read as anybody's typing."""

from influencers.importing.cells import add_cell
from influencers.importing.draft import Draft
from influencers.importing.formulas import unguard
from influencers.importing.mapping.mapping import Column
from influencers.importing.mapping.targets import Field
from influencers.importing.own.columns import FACTS, SEPARATOR
from influencers.importing.values.counts import read_count
from influencers.importing.values.emails import is_email
from influencers.importing.values.handles import read_handle
from influencers.importing.values.names import Name
from influencers.importing.values.presences import Presence
from influencers.importing.values.websites import read_website

_TO_THE_LETTER = frozenset(FACTS.values()) - {Field.NAME, Field.WEBSITE, Field.BIRTHDAY}


def add_own_cell(draft: Draft, column: Column, cell: str) -> None:
    """Add what a cell of our own export says."""
    text, field = unguard(cell), column.target.field
    if field is Field.NAME:
        draft.name = Name(text)
    elif field is Field.WEBSITE and read_website(text) == text:
        draft.facts["website"] = text
    elif field in _TO_THE_LETTER:
        draft.facts[field.value] = text
    elif field is Field.NOTES:
        draft.facts["notes"] = draft.facts.get("notes", "") + text
    elif field in (Field.HANDLE, Field.FOLLOWERS, Field.LINK) and column.target.platform:
        draft.own.setdefault(column.target.platform, {})[field] = text.split(SEPARATOR)
    elif field in (Field.EMAIL, Field.PHONE, Field.TAGS):
        _add_list(draft, column, text.split(SEPARATOR))
    else:
        add_cell(draft, column, text)


def _add_list(draft: Draft, column: Column, values: list[str]) -> None:
    for value in values:
        if column.target.field is Field.TAGS:
            draft.tags.append(value)
        elif column.target.field is Field.PHONE:
            draft.phones.append(value)
        elif is_email(value):
            draft.emails.append(value)
        else:
            add_cell(draft, column, value)


def own_accounts(draft: Draft) -> None:
    """Put together what stands in a platform's three columns: the first handle has the first count."""
    for platform, columns in draft.own.items():
        handles, counts, addresses = (
            columns.get(field, []) for field in (Field.HANDLE, Field.FOLLOWERS, Field.LINK)
        )
        for position, handle in enumerate(handles):
            presence = _presence(platform, handle)
            if presence is None:
                continue
            address = addresses[position] if position < len(addresses) else ""
            draft.presences.append(Presence(presence.platform, presence.handle, address or presence.url))
            if position < len(counts):
                draft.followers[presence.platform, presence.key] = read_count(counts[position]).number


def _presence(platform: str, handle: str) -> Presence | None:
    """Return the account; what somebody typed as @maya or as an address is read as such."""
    if handle.startswith("@") or "/" in handle or not handle.strip():
        found = read_handle(handle, platform)
        return found if isinstance(found, Presence) else None
    return Presence(platform, handle)
