"""Words on their way: kept while they are typed."""

import datetime as dt

from django.db import IntegrityError, transaction

from engagement.models import Draft
from influencers.access import require
from influencers.models import Membership, Post, User


def keep(*, membership: Membership, by: User, words: str, kind: str, channel: str, now: dt.datetime) -> None:
    """Keep what was typed so far; nothing typed keeps nothing. One draft a person and member: the latest words win."""
    require(membership.program, by, Post.WRITING)
    mine = Draft.objects.filter(author=by, membership=membership)
    if not words.strip():
        mine.delete()
        return
    typed = {"words": words, "kind": kind, "channel": channel, "updated_at": now}
    if mine.update(**typed):
        return
    try:
        with transaction.atomic():
            Draft.objects.create(author=by, membership=membership, **typed)
    except IntegrityError:  # the same page saved it from another window a moment ago
        mine.update(**typed)
