"""One row of each noun that the API has, by the name that stands in its paths."""

import datetime as dt

from engagement.actions import cases, messages, planned, stages
from engagement.models import PreparedContent
from influencers.actions import connections, facts, farewells, feeds, portraits, reviews, vouches, waiting
from influencers.models import Grant, HandOver, Perk
from tests.factories import (
    AskFactory,
    FlagFactory,
    MembershipFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.memberships import JOINED
from tests.factories.rotations import seconded

NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)


def everything(member, user):
    """Ids of one row of each kind in the program of an active member; a manager or admin of it made them."""
    mail = messages.log_elsewhere(
        membership=member, by=user, sentence="By mail", happened_at=NOW, now=NOW,
        words=f"The blue you asked about came off a badly washed roller of number {member.pk}.",
    )  # fmt: skip
    return {
        "programs": member.program.slug,
        "advocates": member.advocate_id,
        "memberships": member.pk,
        "touchpoints": TouchpointFactory(member).pk,
        "prepared-content": PreparedContent.objects.create(
            program=member.program, title=f"Inks {member.pk}", words="Our inks dry slowly."
        ).pk,
        "evaluation-cases": cases.keep(touchpoint=mail, by=user, right="pass", reason="Hers", now=NOW).pk,
        "promises": PromiseFactory(membership=member).pk,
        "requests": RequestFactory(membership=member).pk,
        "flags": FlagFactory(membership=member).pk,
        "asks": AskFactory(membership=member).pk,
        "planned-touchpoints": planned.plan(
            program=member.program, by=user, now=NOW, members=[member], kind="lunch", on=NOW.date()
        ).pk,
        "calendar-feeds": feeds.issue(user=user)[0].pk,
        **perks(member, user),
        **closeness(member, user),
        **rotation(member, user),
    }


def perks(member, user):
    """What is given."""
    perk = Perk.objects.create(program=member.program, name=f"Press {member.pk}", kind="sample", stock=9)
    given = Grant.objects.create(perk=perk, membership=member, reason="Asked", given_by=user, given_on=JOINED)
    return {"perks": perk.pk, "grants": given.pk}


def closeness(member, user):
    """What is known of somebody."""
    known = {"membership": member, "by": user, "day": JOINED}
    other = MembershipFactory(program=member.program)
    return {
        "facts": facts.note(**known, kind="person", text="Keeps bees").pk,
        "portraits": portraits.describe(**known, side="person", text="Warm", source="Lunch").pk,
        "vouches": vouches.vouch(**known, words="Keeps her word.", how_known="The fair").pk,
        "connections": connections.connect(membership=member, other=other, by=user, kind="friend").pk,
        "stages": stages.put_forward(
            membership=member,
            by=user,
            kind="talk",
            where="The fair",
            on=NOW.date(),
            now=NOW,
            despite="Known well",
        ).pk,
    }


def rotation(member, user):
    """Who comes, stays, is handed over and leaves."""
    program = member.program
    review = reviews.begin(
        program=program, by=user, now=NOW, name="Winter", starts_on=dt.date(2027, 1, 1),
        ends_on=dt.date(2027, 2, 1),
    )  # fmt: skip
    going, handed, decided = (MembershipFactory(program=program, active=True) for _ in range(3))
    return {
        "rotation-reviews": review.pk,
        "rotation-decisions": seconded(decided).pk,
        "waiting-places": waiting.add(
            membership=MembershipFactory(program=program), by=user, now=NOW, because="Asked first."
        ).pk,
        "hand-overs": HandOver.objects.create(
            membership=handed, from_owner=handed.owner, to_owner=user, what_to_know="Rings on Mondays.",
            begun_by=user, begun_at=NOW,
        ).pk,
        "farewells": farewells.begin(
            membership=going, by=user, now=NOW, cause="rotation", reason="Two good years."
        ).pk,
    }  # fmt: skip
