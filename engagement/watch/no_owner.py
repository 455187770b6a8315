"""Limbo: nobody looks after them."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from engagement.watch.limbo import should_be_settled, since_welcome_or
from engagement.watch.sightings import Sightings, about_members
from influencers.models import Post


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those without an owner, or whose owner has left: may not log in any more, or has no post here."""
    posts = Post.objects.filter(user=OuterRef("owner"), program=OuterRef("program"), user__is_active=True)
    found = should_be_settled(day, programs).filter(Q(owner__isnull=True) | ~Exists(posts))
    return about_members(found, since=since_welcome_or(day))
