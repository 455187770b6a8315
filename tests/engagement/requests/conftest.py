"""A program with a manager, an admin, and somebody who asks."""

import datetime as dt

import pytest

from engagement.actions import requests
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory, RequestFactory

NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 6, 1)


@pytest.fixture
def program():
    return ProgramFactory(slug="press", name="Press")


@pytest.fixture
def manager(program):
    return PostFactory(program=program, role=Post.Role.MANAGER, user__name="Lena Koch").user


@pytest.fixture
def admin(program):
    return PostFactory(program=program, role=Post.Role.ADMIN, user__name="Ruth Adeyemi").user


@pytest.fixture
def member(program, manager):
    return MembershipFactory(
        program=program, active=True, owner=manager, advocate=AdvocateFactory(name="Ana Ruiz")
    )


@pytest.fixture
def wish(member, manager):
    return RequestFactory(membership=member, owner=manager)


@pytest.fixture
def assess(manager):
    def assess(wish, impact=2, urgency=2, by=manager, **said):
        details = {"need": "Shows it at the fair", "impact": impact, "urgency": urgency, **said}
        return requests.assess(advocate_request=wish, by=by, now=NOW, **details)

    return assess


@pytest.fixture
def decide(manager):
    def decide(wish, decision="grant", by=manager, reason="It is fair", now=NOW, **said):
        return requests.decide(
            advocate_request=wish, by=by, now=now, decision=decision, reason=reason, **said
        )

    return decide
