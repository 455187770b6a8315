"""Promises, requests and flags."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from engagement.models import AdvocateRequest, Ask, Flag, Promise
from tests.factories.memberships import MembershipFactory
from tests.factories.programs import UserFactory

DUE = dt.date(2026, 6, 12)
WEIGHED = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)


class PromiseFactory(DjangoModelFactory):
    """An open promise of ours."""

    class Meta:
        model = Promise

    membership = factory.SubFactory(MembershipFactory)
    text = "Send a sample of the new press"
    due_on = DUE
    overdue_from = factory.LazyAttribute(lambda promise: promise.due_on + dt.timedelta(days=1))
    owner = factory.SubFactory(UserFactory)


class RequestFactory(DjangoModelFactory):
    """An open request."""

    class Meta:
        model = AdvocateRequest

    membership = factory.SubFactory(MembershipFactory)
    words = "Could I try the beta before the fair?"
    asked_on = dt.date(2026, 5, 29)
    owner = factory.SubFactory(UserFactory)
    due_on = DUE
    overdue_from = factory.LazyAttribute(lambda wish: wish.due_on + dt.timedelta(days=1))
    # Where impact and urgency are given, somebody has assessed it; where a decision is, somebody made it.
    need = factory.LazyAttribute(lambda wish: "Wants to show it at the fair" if wish.impact else "")
    impact = urgency = None
    assessed_by = factory.LazyAttribute(lambda wish: wish.owner if wish.impact else None)
    assessed_at = factory.LazyAttribute(lambda wish: WEIGHED if wish.impact else None)
    decision = ""
    state = factory.LazyAttribute(lambda wish: "decided" if wish.decision else "open")
    reason = factory.LazyAttribute(lambda wish: "It is fair" if wish.decision else "")
    instead = factory.LazyAttribute(lambda wish: "A call" if wish.decision == "decline" else "")
    decided_by = factory.LazyAttribute(lambda wish: wish.owner if wish.decision else None)
    decided_at = factory.LazyAttribute(lambda wish: WEIGHED if wish.decision else None)

    class Params:
        assessed = factory.Trait(impact=2, urgency=2)


class AskFactory(DjangoModelFactory):
    """Something we ask: a quote, not answered yet. With `delivered_on` they said yes and did it."""

    class Meta:
        model = Ask

    membership = factory.SubFactory(MembershipFactory)
    kind = Ask.Kind.QUOTE
    words = "Two sentences on the press for the spring catalog"
    asked_by = factory.SubFactory(UserFactory)
    owner = factory.SelfAttribute("asked_by")
    asked_on = dt.date(2026, 5, 29)
    wanted_by = DUE
    state = factory.LazyAttribute(lambda ask: Ask.State.DELIVERED if ask.delivered_on else Ask.State.ASKED)
    answered_on = factory.LazyAttribute(lambda ask: ask.asked_on if ask.delivered_on else None)
    delivered_on = None


class FlagFactory(DjangoModelFactory):
    """An open flag: losing touch."""

    class Meta:
        model = Flag

    membership = factory.SubFactory(MembershipFactory)
    program = factory.LazyAttribute(lambda flag: flag.membership.program)
    kind = Flag.Kind.STALE
    threshold = 1
    since = dt.date(2026, 5, 1)
    raised_at = dt.datetime(2026, 5, 2, 5, 0, tzinfo=dt.UTC)
