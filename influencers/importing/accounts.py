"""Which accounts a row tells of, and which count belongs to which."""

from influencers.importing.cells import found
from influencers.importing.draft import Draft
from influencers.importing.mapping.mapping import Column
from influencers.importing.messages import Code, Message
from influencers.importing.rows import AccountRow
from influencers.importing.values.counts import Count
from influencers.importing.values.handles import read_handle
from influencers.importing.values.platforms import OTHER
from influencers.importing.values.presences import Presence

_ROUNDED = 0.06  # two figures within 6 % are one, written 1.2M here and 1234567 there


def accounts_of(draft: Draft) -> tuple[AccountRow, ...]:
    """Return the row's accounts, each once, with the followers that its columns give."""
    _read_plain_handles(draft)
    presences = _each_once(draft.presences)
    own, shared = _counts_by_platform(draft)
    if shared and len(presences) == 1:
        own.setdefault(presences[0].platform, []).extend(shared)
    elif shared and any(count.number is not None for _, count in shared):
        _keep_counts(draft, shared)
    return tuple(_account(draft, presence, own) for presence in presences)


def _account(draft: Draft, presence: Presence, own: "dict[str, Counts]") -> AccountRow:
    sure = draft.followers.get((presence.platform, presence.key))
    followers = _settle(draft, own.get(presence.platform, [])) if sure is None else sure
    return AccountRow(presence.platform, presence.handle, followers, presence.url)


def _read_plain_handles(draft: Draft) -> None:
    """Read the handles whose column names no platform; one that an address already gave is that account."""
    known = {presence.key for presence in draft.presences}
    platform = draft.platform or draft.mapping.default_platform or OTHER
    for column, text in draft.plain:
        presence = read_handle(text, platform)
        if not isinstance(presence, Presence) or presence.key not in known:
            found(draft, column, presence)


def _each_once(presences: list[Presence]) -> list[Presence]:
    unique: dict[tuple[str, str], Presence] = {}
    for presence in presences:
        unique.setdefault((presence.platform, presence.key), presence)
    return list(unique.values())


Counts = list[tuple[Column, Count]]


def _counts_by_platform(draft: Draft) -> tuple[dict[str, Counts], Counts]:
    """Return the counts of columns that name a platform, and those of columns that do not."""
    own: dict[str, Counts] = {}
    shared: Counts = []
    for column, count in draft.counts:
        if platform := column.target.platform or draft.platform:
            own.setdefault(platform, []).append((column, count))
        else:
            shared.append((column, count))
    return own, shared


def _keep_counts(draft: Draft, counts: Counts) -> None:
    """Keep counts that may belong to any of several accounts, or to none, with the other columns."""
    for column, count in counts:
        if count.number is not None:
            draft.extra[column.title] = str(count.number)
            draft.say(Message(Code.FOLLOWERS_OF_WHICH, str(count.number)), column)


def _settle(draft: Draft, counts: Counts) -> int | None:
    """Return what the columns agree on; where they do not, nothing is believed."""
    numbers = [count.number for _, count in counts if count.number is not None]
    if not numbers:
        for column, count in counts:
            draft.say(count.message, column)
        return None
    if max(numbers) - min(numbers) > _ROUNDED * max(numbers):
        column, _ = counts[0]
        draft.say(Message(Code.COUNTS_DISAGREE, " / ".join(map(str, numbers))), column)
        return None
    return max(numbers, key=lambda number: len(str(number).rstrip("0")))
