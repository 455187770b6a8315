"""One person's word for another: given, checked by somebody else, taken back."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Membership, Post, User, Vouch
from influencers.refusals import Refused


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
    if giver is not None and giver.program_id != membership.program_id:
        raise Refused(_("Nobody here is called so."), field="giver")
    word = Vouch(
        membership=membership, by_membership=giver, by_user=None if giver else by, words=words.strip(),
        how_known=how_known.strip(), given_on=day,
    )  # fmt: skip
    checked(word)
    word.save_as(by)
    return word


@transaction.atomic
def check(*, vouch: Vouch, by: User, how: str, day: dt.date, seen: int | None = None) -> Vouch:
    """Note that `by` looked into a word somebody else gave, and how."""
    require(vouch.membership.program, by, Post.WRITING)
    if vouch.withdrawn_on is not None:
        raise Refused(_("This word was taken back: there is nothing left to check."))
    if vouch.checked_on is not None:
        raise Refused(_("%(name)s has checked this already.") % {"name": vouch.checked_by})
    vouch.checked_by, vouch.checked_on, vouch.checked_how = by, day, how.strip()
    if not vouch.checked_how:
        raise Refused(_("Say how you checked it: whom you called, what you saw."), field="how")
    checked(vouch)
    vouch.save_as(by, seen=seen)
    return vouch


@transaction.atomic
def withdraw(*, vouch: Vouch, by: User, because: str, day: dt.date, seen: int | None = None) -> Vouch:
    """Note that somebody took their word back, and why. It stays on record as given and taken back."""
    require(vouch.membership.program, by, Post.WRITING)
    if vouch.withdrawn_on is not None:
        raise Refused(_("This word was taken back already."))
    vouch.withdrawn_by, vouch.withdrawn_on, vouch.withdrawn_because = by, day, because.strip()
    if not vouch.withdrawn_because:
        raise Refused(_("Say why they take it back."), field="because")
    checked(vouch)
    vouch.save_as(by, seen=seen)
    return vouch
