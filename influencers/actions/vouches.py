"""One person's word for another."""

import datetime as dt

from django.db import transaction

from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Membership, Post, User, Vouch


@transaction.atomic
def vouch(
    *,
    membership: Membership,
    by: User,
    words: str,
    how_known: str,
    day: dt.date,
    giver: Membership | None = None,
) -> Vouch:
    """Return the word given for a member: by the advocate `giver`, or by the colleague `by` themselves."""
    require(membership.program, by, Post.WRITING)
    word = Vouch(
        membership=membership, by_membership=giver, by_user=None if giver else by, words=words.strip(),
        how_known=how_known.strip(), given_on=day,
    )  # fmt: skip
    checked(word)
    word.save_as(by)
    return word
