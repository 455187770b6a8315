"""The people of a program whom a file may be about, fetched in a few statements however long it is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Max
from django.db.models.functions import Lower

from influencers.actions.bulk import chunks
from influencers.actions.imports import tickets
from influencers.importing import PersonRow
from influencers.importing.values.emails import email_key
from influencers.importing.values.names import name_key
from influencers.importing.values.phones import phone_key
from influencers.models import Account, Advocate, ContactPoint, Membership, Program
from influencers.models.advocates import search_key


@dataclass(slots=True)
class Stored:
    """An account as it is stored, without the weight of a model: a long file knows many. `counted` is ISO text."""

    pk: int
    platform: str
    handle: str
    followers: int | None
    counted: str = ""


@dataclass(slots=True)
class Known:
    """A person as they are stored. E-mail addresses and telephone numbers stand by their keys."""

    advocate: Advocate
    accounts: dict[tuple[str, str], Stored] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)


class KnownPeople:
    """Those of a program who may be meant by some rows, by what tells who they are."""

    def __init__(self, program: Program, rows: Sequence[PersonRow]) -> None:
        self.by_account: dict[tuple[str, str], set[int]] = defaultdict(set)
        self.by_email: dict[str, set[int]] = defaultdict(set)
        self.by_name: dict[str, set[int]] = defaultdict(set)
        self.people: dict[int, Known] = {}
        self._in_program = Membership.objects.filter(program=program).values("advocate")
        self._find_ids(rows)
        self._fetch()

    def _find_ids(self, rows: Sequence[PersonRow]) -> None:
        handles = {account.key[1] for row in rows for account in row.accounts}
        emails = {email_key(address) for row in rows for address in row.emails}
        names = {search_key(row.name)[:200] for row in rows if needs_name(row)}
        found: set[int] = {ticket for row in rows if (ticket := tickets.read(row.rapport_id))}
        for chunk in chunks(handles):
            found.update(Account.objects.filter(handle_key__in=chunk).values_list("advocate", flat=True))
        for chunk in chunks(emails):
            points = ContactPoint.objects.alias(key=Lower("value")).filter(kind=ContactPoint.Kind.EMAIL)
            found.update(points.filter(key__in=chunk).values_list("advocate", flat=True))
        for chunk in chunks(names):
            found.update(Advocate.objects.filter(sort_name__in=chunk).values_list("pk", flat=True))
        for ids in chunks(found):
            for advocate in Advocate.objects.filter(pk__in=ids).filter(pk__in=self._in_program):
                self.people[advocate.pk] = Known(advocate)

    def _fetch(self) -> None:
        for pk, known in self.people.items():
            self.by_name[name_key(known.advocate.name)].add(pk)
        for ids in chunks(self.people):
            self._fetch_accounts(ids)
            points = ContactPoint.objects.filter(advocate__in=ids)
            for pk, kind, value in points.values_list("advocate", "kind", "value"):
                self._file(pk, kind, value)

    def _fetch_accounts(self, ids: Sequence[int]) -> None:
        accounts = Account.objects.filter(advocate__in=ids).annotate(day=Max("audience_counts__counted_on"))
        columns = ("advocate", "handle_key", "day", "pk", "platform", "handle", "followers")
        for owner, handle_key, day, pk, platform, handle, followers in accounts.values_list(*columns):
            stored = Stored(pk, platform, handle, followers, day.isoformat() if day else "")
            self.people[owner].accounts[stored.platform, handle_key] = stored
            self.by_account[stored.platform, handle_key].add(owner)

    def _file(self, owner: int, kind: str, value: str) -> None:
        if kind == ContactPoint.Kind.EMAIL:
            self.people[owner].emails[email_key(value)] = value
            self.by_email[email_key(value)].add(owner)
        else:
            self.people[owner].phones[phone_key(value) or value] = value


def needs_name(row: PersonRow) -> bool:
    """Whether a row's name says who they are: there is nothing else, or a channel whose title changes places."""
    return not (row.emails or row.accounts) or any(account.platform == "youtube" for account in row.accounts)
