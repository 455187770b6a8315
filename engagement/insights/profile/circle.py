"""Who stands round a person: vouches, connections, and what they were given; and how long they have been with us."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, Q

from influencers.insights.ties import Drawing, Show, around
from influencers.models import Connection, Grant, Membership, Role, Term, Vouch


@dataclass(frozen=True, slots=True)
class Circle:
    """The second page about a member: words that stand first, those taken back last."""

    drawing: Drawing
    vouches: tuple[Vouch, ...]
    vouches_given: tuple[Vouch, ...]
    connections: tuple[tuple[Connection, Membership], ...]
    grants: tuple[Grant, ...]
    terms: tuple[Term, ...]
    roles: tuple[Role, ...]


def circle(member: Membership, today: dt.date) -> Circle:
    """Return who vouches for a member and whom they know, in eight statements."""
    words = Vouch.objects.filter(Q(membership=member) | Q(by_membership=member)).select_related(
        "by_user", "by_membership__advocate", "membership__advocate", "checked_by", "withdrawn_by"
    )
    given = sorted(words, key=lambda one: (one.withdrawn_on is not None, -one.given_on.toordinal()))
    known = Connection.objects.filter(Q(membership=member) | Q(other=member)).select_related(
        "membership__advocate", "other__advocate", "ended_by"
    )
    connections = list(known.order_by(F("ended_on").desc(nulls_first=True), "pk"))
    near = {one.by_membership_id for one in given} | {one.membership_id for one in given}
    near |= {pk for one in connections for pk in (one.membership_id, one.other_id)}
    return Circle(
        drawing=around(member, Show(), today, near={pk for pk in near if pk} | {member.pk}),
        vouches=tuple(one for one in given if one.membership_id == member.pk),
        vouches_given=tuple(one for one in given if one.by_membership_id == member.pk),
        connections=tuple(
            (one, one.other if one.membership_id == member.pk else one.membership) for one in connections
        ),
        grants=tuple(member.grants.select_related("perk", "given_by").prefetch_related("requests")),
        terms=tuple(member.terms.order_by("-starts_on")),
        roles=tuple(member.roles.select_related("told_by")),
    )
