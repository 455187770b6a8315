"""What speaks against giving somebody something now."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from engagement.models import AdvocateRequest
from influencers.insights.shares import share_of
from influencers.models import Grant, Membership, Perk
from influencers.saying import amount, quoted

Warned = Grant.Warned


@dataclass(frozen=True, slots=True)
class GivingWarning:
    """One thing to think about before giving, as a sentence."""

    code: str
    sentence: str


def speaks_against(member: Membership, perk: Perk, day: dt.date) -> list[GivingWarning]:
    """Return the warnings, in two statements.

    A complaint is what the record has of one: a request of theirs in *support* or *complaint* that waits for a
    decision or for its answer. A gift in the middle of it reads like an attempt to buy silence. The fair share is in
    `influencers.insights.shares`.
    """
    said = []
    theirs = AdvocateRequest.objects.filter(membership=member, asked_on__lte=day)
    complaint = theirs.waiting().complaints().first()
    if complaint is not None:
        open_ = _("A complaint of theirs is open: %(words)s It deserves its answer first.")
        said.append(GivingWarning(Warned.COMPLAINT, open_ % {"words": quoted(complaint.words)}))
    share = share_of(member, day).with_one_more(perk.value)
    if share.is_more_than_fair:
        fair = _(
            "With this they have been given %(number)d things worth %(value)s in a year; half of the others who were "
            "given anything got at most %(median_number)s, worth %(median_value)s."
        )
        figures = {
            "number": share.number, "value": amount(share.value), "median_number": f"{share.median_number:g}",
            "median_value": amount(share.median_value),
        }  # fmt: skip
        said.append(GivingWarning(Warned.SHARE, fair % figures))
    return said
