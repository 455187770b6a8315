"""Who a row is: by handle, by e-mail address, by the number in our own export. In doubt it is nobody's decision."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from influencers.actions.imports import tickets
from influencers.actions.imports.known import KnownPeople
from influencers.actions.imports.somebody import Somebody
from influencers.importing import AccountRow, Code, Message, PersonRow
from influencers.importing.values.emails import email_key
from influencers.importing.values.names import name_key


@dataclass(frozen=True, slots=True)
class Decision:
    """`somebody` is who the row is, None for somebody new; or `conflict` says why that cannot be told."""

    somebody: Somebody | None = None
    conflict: Message | None = None
    notes: tuple[Message, ...] = ()
    without: frozenset[str] = frozenset()  # addresses that are somebody else's


class Register:
    """Everybody met so far: the people of the file's earlier rows, and those whom the program knows."""

    def __init__(self, known: KnownPeople) -> None:
        self._known = known
        self._met: dict[int, Somebody] = {}
        self._by_account: dict[tuple[str, str], Somebody] = {}
        self._by_email: dict[str, Somebody] = {}
        self._by_name: dict[str, list[Somebody]] = defaultdict(list)

    def enter(self, row: PersonRow, decision: Decision) -> tuple[Somebody, bool]:
        """Add a row to its person; return them, and whether it is the first row that is them."""
        somebody = decision.somebody
        first = somebody is None or not somebody.line
        if somebody is None:
            somebody = Somebody(row.line, row.name, row.name_stands_in)
        elif first:
            somebody.line, somebody.name, somebody.name_stands_in = row.line, row.name, row.name_stands_in
        somebody.absorb(row, without=decision.without)
        self._by_account.update({account.key: somebody for account in row.accounts})
        for address in row.emails:
            self._by_email.setdefault(email_key(address), somebody)
        if first:
            self._by_name[name_key(row.name)].append(somebody)
        return somebody, first

    def decide(self, row: PersonRow) -> Decision:
        """Say who `row` is."""
        sure = self._by_number(row) | {
            pk_or for account in row.accounts for pk_or in self._with_account(account)
        }
        by_email = {email_key(address): self._with_email(email_key(address)) for address in row.emails}
        others = set().union(*by_email.values()) - sure
        if len(sure) == 1 and others and sure & set().union(*by_email.values()):
            return Decision(sure.pop(), **self._without_shared(by_email, others))
        if len(sure | others) > 1:
            return Decision(conflict=two_people(sure | others))
        if sure:
            return Decision(sure.pop())
        if others:
            return self._by_address_alone(row, others.pop(), by_email)
        return self._by_name_alone(row)

    def _by_address_alone(
        self, row: PersonRow, owner: Somebody, by_email: dict[str, set[Somebody]]
    ) -> Decision:
        """Only an address is known. An agency's is shared by many, so the names must agree."""
        if owner.may_be_called(row):
            return Decision(owner)
        shared = [address for address, owners in by_email.items() if owners]
        if row.accounts and len(shared) < len(by_email):
            return Decision(**self._without_shared(by_email, {owner}))
        return Decision(
            conflict=Message(Code.EMAIL_IS_ANOTHERS, ", ".join(sorted(shared)), read_as=owner.called)
        )

    def _without_shared(self, by_email: dict[str, set[Somebody]], others: set[Somebody]) -> dict[str, Any]:
        """Leave out addresses that are others': the row has an own one beside them, so it is clear who it is."""
        shared = frozenset(address for address, owners in by_email.items() if owners & others)
        names = " / ".join(sorted(other.called for other in others))
        return {
            "notes": (Message(Code.EMAIL_LEFT_OUT, ", ".join(sorted(shared)), read_as=names),),
            "without": shared,
        }

    def _by_name_alone(self, row: PersonRow) -> Decision:
        """Nothing is known but perhaps the name, which says who somebody is only where there is nothing else."""
        called = list(self._called(row))
        if row.accounts:
            channels = [somebody for somebody in called if same_channel(row, somebody)]
            if len(channels) == 1:
                note = Message(Code.SAME_CHANNEL, row.accounts[0].handle, read_as=channels[0].called)
                return Decision(channels[0], notes=(note,))
        if row.accounts or row.emails or not called:
            return Decision()
        if len(called) == 1 and called[0].has_no_marks and not contradicts(row, called[0]):
            return Decision(called[0])
        return Decision(conflict=Message(Code.ONLY_A_NAME, row.name, read_as=str(len(called))))

    def _by_number(self, row: PersonRow) -> set[Somebody]:
        pk = tickets.read(row.rapport_id) if row.rapport_id else None
        return {self._somebody(pk)} if pk in self._known.people and pk is not None else set()

    def _with_account(self, account: AccountRow) -> set[Somebody]:
        met = {self._by_account[account.key]} if account.key in self._by_account else set()
        return met | {self._somebody(pk) for pk in self._known.by_account.get(account.key, ())}

    def _with_email(self, key: str) -> set[Somebody]:
        met = {self._by_email[key]} if key in self._by_email else set()
        return met | {self._somebody(pk) for pk in self._known.by_email.get(key, ())}

    def _called(self, row: PersonRow) -> set[Somebody]:
        key = name_key(row.name)
        return set(self._by_name.get(key, ())) | {
            self._somebody(pk) for pk in self._known.by_name.get(key, ())
        }

    def _somebody(self, pk: int) -> Somebody:
        """Return the person of the program, the same object each time; without a line until a row is them."""
        if pk not in self._met:
            known = self._known.people[pk]
            self._met[pk] = Somebody(0, known.advocate.name, name_stands_in=False, known=known)
        return self._met[pk]


def two_people(people: set[Somebody]) -> Message:
    """Say whom a row may be."""
    return Message(Code.TWO_PEOPLE, read_as=" / ".join(sorted(somebody.called for somebody in people)))


def same_channel(row: PersonRow, somebody: Somebody) -> bool:
    """Whether a channel whose title stood for its handle (Dental Digest) now has its handle (DentalDigest)."""
    known = list(somebody.accounts) + (list(somebody.known.accounts) if somebody.known else [])
    squeezed = {_squeezed(key) for platform, key in known if platform == "youtube"}
    return any(
        account.platform == "youtube" and _squeezed(account.key[1]) in squeezed for account in row.accounts
    )


def contradicts(row: PersonRow, somebody: Somebody) -> bool:
    """Whether the row says something else of somebody of that name than is known."""
    facts = somebody.facts or {}
    stored = somebody.known.advocate if somebody.known else None
    for name, text in row.facts.items():
        known = facts.get(name) or (getattr(stored, name, "") if stored else "")
        if known and known != text:
            return True
    return False


def _squeezed(key: str) -> str:
    return re.sub(r"[\W_]", "", key)
