"""Giving a perk, noting its disclosure, taking it back: typed in."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from engagement.forms.later import AskedLater
from engagement.forms.requests import sentence
from engagement.models import AdvocateRequest
from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Membership, Perk


class GrantForm(AskedLater, forms.Form):
    """A perk, why this person gets it, and the request it answers."""

    later = ("despite",)
    perk = forms.ModelChoiceField(Perk.objects.none(), label=_("Perk"), empty_label=_("Choose"))
    reason = sentence(_("Why"), _("What in their work or their need it is for."))
    answers = forms.ModelChoiceField(
        AdvocateRequest.objects.none(), label=_("The request it answers"), required=False, empty_label=_("None")
    )  # fmt: skip
    despite = sentence(
        _("Why it is right all the same"), _("It is kept with what was given."), required=False
    )

    def __init__(self, *args: Any, member: Membership, day: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        left = Q(stock__isnull=True) | Q(given__lt=F("stock"))
        now = Q(from_on__isnull=True) | Q(from_on__lte=day)
        now &= Q(until_on__isnull=True) | Q(until_on__gt=day)
        perks: Any = self.fields["perk"]
        perks.queryset = Perk.objects.filter(left, now, program=member.program)
        perks.label_from_instance = _with_stock
        wishes: Any = self.fields["answers"]
        wishes.queryset = AdvocateRequest.objects.filter(membership=member, grant__isnull=True).waiting()
        self.hide_what_is_asked_later()


class DiscloseForm(ActionForm):
    """The proof that they disclosed it."""

    disclosed_on = DayField(label=_("Disclosed on"))
    url = forms.URLField(label=_("Where"), max_length=500, required=False, assume_scheme="https")
    note = sentence(
        _("Or how"), _("Where there is no address: said on stage, shown in a story."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].max_length = 300  # type: ignore[attr-defined]


class TakeBackForm(ActionForm):
    """Why something is taken back."""

    because = sentence(_("Why"), _("They should hear it from you first."))
    returned = forms.BooleanField(label=_("It is there again to be given to somebody else"), required=False)


def _with_stock(perk: Perk) -> str:
    return (
        perk.name if perk.left is None else _("%(name)s (%(left)d left)") % {"name": perk, "left": perk.left}
    )
