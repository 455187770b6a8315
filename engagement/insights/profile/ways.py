"""Where somebody speaks and how one reaches them: accounts with their audience, addresses, numbers; one statement."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, CharField, DateField, F, OuterRef, Subquery, Value
from django.db.models.functions import Cast

from influencers.models import Account, AudienceCount, ContactPoint, Membership
from influencers.often import Often
from influencers.saying import the_date

A_YEAR = dt.timedelta(days=400)  # a count of about a year ago may be a little older
COLUMNS = ("what", "kind_of", "text", "address", "count", "earlier", "earlier_on")
PLATFORMS = dict(Account.Platform.choices)


@dataclass(frozen=True, slots=True)
class Presence:
    """An account. `change` is in percent since `since`; None where it was counted once at most."""

    platform: str
    handle: str
    url: str
    followers: int | None
    change: int | None
    since: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Accounts, the largest first, and ways to reach the person."""

    accounts: tuple[Presence, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]


def ways_to(member: Membership, today: dt.date) -> Ways:
    """Return a member's accounts and contact points."""
    rows = _ways(advocate=member.advocate_id, today=today)
    accounts, reach = [], {"email": [], "phone": []}  # type: ignore[var-annotated]
    for what, kind, text, url, count, earlier, earlier_on in rows:
        if what == "contact":
            reach[kind].append(text)
            continue
        change = round((count - earlier) / earlier * 100) if count is not None and earlier else None
        since = the_date(earlier_on, today) if earlier_on else ""
        accounts.append(Presence(str(PLATFORMS.get(kind, kind)), text, url, count, change, since))
    accounts.sort(key=lambda one: -(one.followers or -1))
    return Ways(tuple(accounts), tuple(reach["email"]), tuple(reach["phone"]))


def _accounts(advocate: int, today: dt.date) -> Any:
    first = AudienceCount.objects.filter(account=OuterRef("pk"), counted_on__gte=today - A_YEAR)
    first = first.filter(counted_on__lt=today - dt.timedelta(days=6)).order_by("counted_on")
    return (
        Account.objects.filter(advocate=advocate)
        .order_by()
        .annotate(
            what=Value("account", output_field=CharField()),
            kind_of=F("platform"),
            text=F("handle"),
            address=F("url"),
            count=F("followers"),
            earlier=Subquery(first.values("followers")[:1]),
            earlier_on=Subquery(first.values("counted_on")[:1]),
        )
        .values_list(*COLUMNS)
    )


def _contacts(advocate: int) -> Any:
    return (
        ContactPoint.objects.filter(advocate=advocate)
        .order_by()
        .annotate(
            what=Value("contact", output_field=CharField()),
            kind_of=F("kind"),
            text=F("value"),
            address=Value("", output_field=CharField()),
            count=Cast(Value(None), BigIntegerField()),
            earlier=Cast(Value(None), BigIntegerField()),
            earlier_on=Cast(Value(None), DateField()),
        )
        .values_list(*COLUMNS)
    )


_ways = Often(lambda advocate, today: _accounts(advocate, today).union(_contacts(advocate), all=True))
