"""Giving a perk, knowing what happens between us: what speaks against it needs a sentence."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.insights.giving import GivingWarning, speaks_against
from engagement.models import AdvocateRequest
from influencers.actions import perks
from influencers.models import Grant, Membership, Perk, User
from influencers.refusals import Refused


class Ungiven(Refused):
    """A perk that something speaks against, without a sentence why it is right all the same."""

    def __init__(self, said: Sequence[GivingWarning]) -> None:
        sentences = " ".join(warning.sentence for warning in said)
        ask = _("Say in a sentence why it is right all the same.")
        super().__init__(f"{sentences} {ask}", field="despite")
        self.problem = {"warnings": [asdict(warning) for warning in said]}


@transaction.atomic
def give(
    *, perk: Perk, membership: Membership, by: User, reason: str, day: dt.date, despite: str = "",
    answers: AdvocateRequest | None = None,
) -> Grant:  # fmt: skip
    """Return the giving of a perk, with why, and the request it answers if any.

    A complaint of theirs that is open, and more than their fair share, each need a sentence (`despite`).
    """
    if answers is not None and answers.membership_id != membership.pk:
        raise Refused(_("This request is somebody else's."), field="answers")
    if answers is not None and answers.grant_id is not None:
        raise Refused(_("Something was given for this request already."), field="answers")
    said = speaks_against(membership, perk, day)
    if said and not despite.strip():
        raise Ungiven(said)
    given = perks.grant(
        perk=perk, membership=membership, by=by, reason=reason, day=day, despite=despite,
        warned_of=[warning.code for warning in said],
    )  # fmt: skip
    if answers is not None:
        answers.grant = given
        answers.save_as(by)
    return given
