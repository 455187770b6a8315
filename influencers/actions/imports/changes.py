"""What a file would change about a person: from what, to what."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from influencers.actions.imports.known import Stored
from influencers.actions.imports.somebody import Somebody
from influencers.importing import AccountRow
from influencers.importing.values.names import name_key
from influencers.models import Advocate


@dataclass(frozen=True, slots=True)
class Wishes:
    """How people want a file to be taken.

    `gaps_only`: what is known stays, only what is empty is filled (follower counts are always brought up to date).
    `counted_on`: the day on which the file's follower counts were true.
    """

    counted_on: dt.date
    gaps_only: bool = False
    is_ours: bool = False


@dataclass(slots=True)
class Changes:
    """The differences between the file and what is stored; empty for a person who is the same."""

    facts: dict[str, tuple[str, str]] = field(default_factory=dict)
    tags: tuple[list[str], list[str]] | None = None
    extra: dict[str, tuple[str, str]] = field(default_factory=dict)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    accounts: list[AccountRow] = field(default_factory=list)
    followers: list[tuple[Stored, int | None, int]] = field(default_factory=list)
    counted: list[tuple[Stored, int]] = field(
        default_factory=list
    )  # an older count than the one that is shown

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)

    def shown(self) -> dict[str, list[Any]]:
        """Return the differences for people: a name of each, what it was, what it becomes."""
        rows: dict[str, list[Any]] = {name: list(pair) for name, pair in self.facts.items()}
        if self.tags:
            rows["tags"] = [", ".join(self.tags[0]), ", ".join(self.tags[1])]
        rows |= {f"email {address}": ["", address] for address in self.emails}
        rows |= {f"phone {number}": ["", number] for number in self.phones}
        rows |= {f"account {row.platform} @{row.handle}": ["", row.followers] for row in self.accounts}
        for account, before, after in self.followers:
            rows[f"followers {account.platform} @{account.handle}"] = [before, after]
        for account, count in self.counted:
            rows[f"counted {account.platform} @{account.handle}"] = ["", count]
        return rows | {f"other {title}": list(pair) for title, pair in self.extra.items()}


def changes_for(somebody: Somebody, wishes: Wishes) -> Changes:
    """Return what the file changes about somebody; for somebody new, everything it says."""
    changes = Changes()
    stored = somebody.known.advocate if somebody.known else Advocate(name="")
    _compare_facts(changes, somebody, stored, wishes)
    _compare_tags(changes, somebody, stored)
    for title, text in somebody.extra.items():
        before = str(stored.extra.get(title, ""))
        if before != text and not (wishes.gaps_only and before):
            changes.extra[title] = (before, text)
    known = somebody.known
    changes.emails = [text for key, text in somebody.emails.items() if not known or key not in known.emails]
    changes.phones = [text for key, text in somebody.phones.items() if not known or key not in known.phones]
    _compare_accounts(changes, somebody, wishes)
    return changes


def _compare_facts(changes: Changes, somebody: Somebody, stored: Advocate, wishes: Wishes) -> None:
    facts = {"name": somebody.name, **somebody.facts}
    if somebody.known and (somebody.name_stands_in or name_key(stored.name) == name_key(somebody.name)):
        facts.pop("name")  # nothing new, or only a handle standing in for the name that is known
    for name, text in facts.items():
        before = getattr(stored, name)
        if name == "notes" and before and not wishes.is_ours:
            # What colleagues wrote is never written over; what the file adds comes after it.
            text = before if text in before else f"{before}\n\n{text}"
        if text and before != text and not (wishes.gaps_only and before):
            changes.facts[name] = (before, text)


def _compare_tags(changes: Changes, somebody: Somebody, stored: Advocate) -> None:
    known = {str(tag).casefold() for tag in stored.tags}
    new = [tag for key, tag in somebody.tags.items() if key not in known]
    if new:
        changes.tags = (list(stored.tags), [*stored.tags, *new])


def _compare_accounts(changes: Changes, somebody: Somebody, wishes: Wishes) -> None:
    for key, row in somebody.accounts.items():
        account = somebody.known.accounts.get(key) if somebody.known else None
        if account is None:
            changes.accounts.append(row)
        elif row.followers is not None and row.followers != account.followers:
            if account.counted > wishes.counted_on.isoformat():
                changes.counted.append((account, row.followers))
            else:
                changes.followers.append((account, account.followers, row.followers))
