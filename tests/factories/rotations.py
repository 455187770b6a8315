"""Decisions, as the actions leave them."""

import datetime as dt

from engagement.actions import tellings
from influencers.actions import decisions
from influencers.models import Post
from tests.factories.memberships import NOW
from tests.factories.programs import PostFactory
from tests.factories.touchpoints import TouchpointFactory


def colleague(program, role=Post.Role.MANAGER):
    """Return a new colleague in a program."""
    return PostFactory(program=program, role=role).user


def proposed(member, *, by=None, now=NOW, outcome="renew", reason="She tells us the truth.", **fields):
    """Return a proposal about a member."""
    by = by or colleague(member.program)
    decision = decisions.open_decision(member)
    seen = decision.version if decision.pk else None
    return decisions.propose(
        decision=decision, by=by, now=now, outcome=outcome, reason=reason, seen=seen, **fields
    )


def seconded(member, *, second=None, now=NOW, **fields):
    """Return a proposal that a second person has read."""
    decision = proposed(member, now=now, **fields)
    return decisions.second(decision=decision, by=second or colleague(member.program), now=now)


def released(member, *, now=NOW, **fields):
    """Return a decision that is released and not told."""
    decision = seconded(member, now=now, **fields)
    return decisions.release(decision=decision, by=decision.proposed_by, now=now)


def told(member, *, now=NOW, **fields):
    """Return a decision that was told in a call the day after its release."""
    decision, at = released(member, now=now, **fields), now + dt.timedelta(days=1)
    touch = TouchpointFactory(member, by=decision.proposed_by, happened_at=at)
    return tellings.tell(decision=decision, by=decision.proposed_by, touchpoint=touch, now=at)
