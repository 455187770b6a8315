"""Touchpoints, as actions would have left them."""

import datetime as dt

from engagement.actions import touchpoints
from influencers.models import Post
from tests.factories.programs import PostFactory

HAPPENED = dt.datetime(2026, 5, 20, 12, 0, tzinfo=dt.UTC)
WORDS = "She loves the new press and worries about the print quality of the spring posters."


def TouchpointFactory(membership, *, by=None, kind="call", direction="both", happened_at=HAPPENED, **fields):
    """A logged touch with `membership`, by a colleague of the program; everything that follows from it is stored."""
    post = Post.objects.filter(program=membership.program, role__in=Post.WRITING).first()
    by = by or (post or PostFactory(program=membership.program)).user
    fields.setdefault("words", WORDS)
    fields.setdefault("now", happened_at + dt.timedelta(hours=1))
    return touchpoints.log(
        program=membership.program, by=by, kind=kind, members=[membership], direction=direction,
        happened_at=happened_at, **fields,
    )  # fmt: skip
