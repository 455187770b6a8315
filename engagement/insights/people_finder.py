"""Who a token of a quick log line may mean, among the members of one program."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from django.db.models import F, QuerySet
from django.db.models.functions import Lower

from engagement.quicklog import PersonMatch
from influencers.access import memberships_for
from influencers.models import Account, Advocate, ContactPoint, Membership, Program, User
from influencers.models.advocates import search_key

LOOKED_AT = 300  # people a line's tokens may bring up together
OFFERED = 8  # people one token is offered for


class ProgramPeople:
    """Finds members of `program` that `user` may see; all tokens are looked up with three statements.

    An '@handle' or a full name means who has it; only when nobody has, it may be anybody's short name.
    """

    def __init__(self, program: Program, user: User, tokens: Iterable[str]) -> None:
        self.program = program
        self.user = user
        self.keys = {key for token in tokens for key in _spellings(token)}

    def find(self, token: str) -> Sequence[PersonMatch]:
        """Everybody the token may mean, whom we saw last first."""
        keys = _spellings(token)
        own = (_handles, _full_names, _addresses) if token.startswith("@") else (_full_names, _addresses)
        for names in (*own, _short_names):
            found = [member for member in self.members if keys & names(member)]
            if found:
                return [match_of(member) for member in found[:OFFERED]]
        return []

    @cached_property
    def members(self) -> list[Membership]:
        """The members any of the tokens may mean."""
        ids = self._advocate_ids()
        if not ids:
            return []
        found = memberships_for(self.user).filter(program=self.program, advocate__in=ids)
        seen_last = F("last_touch_at").desc(nulls_last=True)
        people = found.select_related("advocate").prefetch_related(
            "advocate__accounts", "advocate__contact_points"
        )
        return list(people.order_by(seen_last, "sort_name")[:LOOKED_AT])

    def _advocate_ids(self) -> list[int]:
        if not self.keys:
            return []
        people: QuerySet[Advocate] = Advocate.objects.filter(memberships__program=self.program).order_by()
        by_nickname = people.annotate(short=Lower("nickname")).filter(short__in=self.keys)
        sources = (
            people.filter(sort_name__in=self.keys).values_list("pk"),
            by_nickname.values_list("pk"),
            people.filter(first_key__in=self.keys).values_list("pk"),
            Account.objects.filter(handle_key__in=self.keys).order_by().values_list("advocate_id"),
            ContactPoint.objects.annotate(low=Lower("value"))
            .filter(low__in=self.keys)
            .order_by()
            .values_list("advocate_id"),
        )
        first, *others = sources
        return [pk for (pk,) in first.union(*others)]


def match_of(member: Membership) -> PersonMatch:
    """A member as somebody to choose, with what tells namesakes apart."""
    advocate = member.advocate
    handle = next((f"@{account.handle}" for account in advocate.accounts.all()), "")
    detail = " · ".join(part for part in (handle, advocate.city) if part)
    return PersonMatch(str(member.pk), advocate.name, detail)


def _spellings(token: str) -> set[str]:
    bare = token.strip().removeprefix("@")
    return {key for key in (search_key(bare)[:200], bare.casefold(), bare.lower()) if key}


def _handles(member: Membership) -> set[str]:
    return {account.handle_key for account in member.advocate.accounts.all()}


def _full_names(member: Membership) -> set[str]:
    return {member.advocate.sort_name}


def _addresses(member: Membership) -> set[str]:
    return {point.value.lower() for point in member.advocate.contact_points.all()}


def _short_names(member: Membership) -> set[str]:
    advocate = member.advocate
    return {advocate.nickname.lower(), advocate.first_key, *_handles(member)} - {""}
