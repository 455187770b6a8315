"""Words on their way: kept while they are typed."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from engagement.models import Draft, PreparedContent
from influencers.access import require
from influencers.models import Membership, Post, User


def keep(
    *, membership: Membership, by: User, words: str, kind: str, channel: str, now: dt.datetime,
    prepared: PreparedContent | None = None,
) -> None:  # fmt: skip
    """Keep what was typed so far; nothing typed keeps nothing. One draft a person and member: the latest words win.

    What it was started from (`prepared`) stays with it until it is sent, or emptied.
    """
    require(membership.program, by, Post.WRITING)
    mine = Draft.objects.filter(author=by, membership=membership)
    if not words.strip():
        mine.delete()
        return
    typed: dict[str, Any] = {"words": words, "kind": kind, "channel": channel, "updated_at": now}
    if prepared is not None:
        typed["prepared"] = prepared
    if mine.update(**typed):
        return
    try:
        with transaction.atomic():
            Draft.objects.create(author=by, membership=membership, **typed)
    except IntegrityError:  # the same page saved it from another window a moment ago
        mine.update(**typed)
