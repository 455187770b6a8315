"""Who stands round a person: vouches, connections, and what they were given; and how long they have been with us."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from influencers.models import Connection, Grant, Membership, Role, Term, Vouch


@dataclass(frozen=True, slots=True)
class Circle:
    """The second page about a member."""

    vouches: tuple[Vouch, ...]
    vouches_given: tuple[Vouch, ...]
    connections: tuple[tuple[Connection, Membership], ...]
    grants: tuple[Grant, ...]
    terms: tuple[Term, ...]
    roles: tuple[Role, ...]


def circle(member: Membership, today: dt.date) -> Circle:
    """Return who vouches for a member and whom they know, in six statements."""
    standing = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=today)
    for_them = member.vouches.filter(standing).select_related(
        "by_user", "by_membership__advocate", "checked_by"
    )
    by_them = member.vouches_given.filter(standing).select_related("membership__advocate")
    known = Connection.objects.filter(Q(membership=member) | Q(other=member)).select_related(
        "membership__advocate", "other__advocate"
    )
    return Circle(
        vouches=tuple(for_them),
        vouches_given=tuple(by_them),
        connections=tuple(
            (one, one.other if one.membership_id == member.pk else one.membership) for one in known
        ),
        grants=tuple(member.grants.select_related("perk", "given_by")),
        terms=tuple(member.terms.order_by("-starts_on")),
        roles=tuple(member.roles.select_related("told_by")),
    )
