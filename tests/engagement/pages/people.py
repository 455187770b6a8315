"""Programs, readers and clocks for the tests of pages."""

import datetime as dt

from influencers.models import Post
from tests.factories import AdvocateFactory, FlagFactory, MembershipFactory, PostFactory, ProgramFactory

NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
TODAY = NOW.date()


def stop_the_clock(monkeypatch, at=NOW):
    """Have pages think it is 1 June 2026, 9 o'clock."""
    monkeypatch.setattr("influencers.clock.now", lambda: at)


def enter(client, role=Post.Role.MANAGER, program=None):
    """Log somebody in who has that role; return their program and them."""
    post = PostFactory(program=program or ProgramFactory(), role=role)
    client.force_login(post.user)
    return post.program, post.user


def member_of(program, name="Maya Lindqvist", **fields):
    """Return an active member called so."""
    return MembershipFactory(program=program, advocate=AdvocateFactory(name=name), active=True, **fields)


def flagged(program, name="Maya Lindqvist", owner=None, **flag):
    """Return an open flag about an active member called so."""
    member = member_of(program, name, owner=owner)
    return FlagFactory(membership=member, **flag)
