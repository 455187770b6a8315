"""Requests, typed in: need first, then the decision, then the answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.forms.exchanges import ExchangeField, ours_with
from engagement.forms.later import AskedLater
from engagement.models import AdvocateRequest, Pressure
from engagement.models.touchpoints import LIVE, Kind
from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Membership, Program
from influencers.saying import amount

Category = AdvocateRequest.Category
Decision = AdvocateRequest.Decision
Level = AdvocateRequest.Level


def sentence(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """Return a field for a sentence or two."""
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, max_length=500, required=required, widget=widget, help_text=help_text)


class RequestForm(forms.Form):
    """What they ask, in their words."""

    words = forms.CharField(
        label=_("What they ask, in their words"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )
    category = forms.ChoiceField(label=_("Category"), choices=Category.choices, initial=Category.OTHER)
    asked_on = DayField(label=_("Asked on"))


class AssessForm(ActionForm):
    """The need behind a request. Nothing about how loud they are stands here."""

    need = forms.CharField(
        label=_("The need behind it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What are they trying to do, and what happens if they cannot?"),
    )
    impact = forms.TypedChoiceField(
        label=_("Impact"), coerce=int, widget=forms.RadioSelect, help_text=_("How much it would change for them.")
    )  # fmt: skip
    urgency = forms.TypedChoiceField(
        label=_("Urgency"), coerce=int, widget=forms.RadioSelect, help_text=_("How soon it has to be.")
    )
    because = sentence(
        _("What changes it"),
        _("Asked for when impact or urgency change: their loudness has been in view since."),
        required=False,
    )

    def __init__(self, *args: Any, row: AdvocateRequest, program: Program, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        for scale in ("impact", "urgency"):
            field: Any = self.fields[scale]
            field.choices = [
                (level.value, f"{level.label}: {program.example(scale, level.value)}") for level in Level
            ]
        if not row.is_assessed:
            del self.fields["because"]


class DecideForm(AskedLater, ActionForm):
    """What is given, why, and what simple thing we can do instead."""

    later = ("despite",)
    decision = forms.ChoiceField(label=_("Decision"), choices=Decision.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    value = forms.DecimalField(
        label=_("What it is worth"), max_digits=10, decimal_places=2, min_value=0, required=False
    )
    instead = forms.CharField(
        label=_("What we can do instead"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Asked for when you decline."),
    )
    look_again_on = DayField(
        label=_("Look again on"), required=False, help_text=_("Asked for when you put it off: it comes back by itself.")
    )  # fmt: skip
    despite = forms.CharField(
        label=_("Why it is right all the same"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("It is kept with the decision."),
    )  # fmt: skip

    def __init__(self, *args: Any, row: AdvocateRequest, program: Program, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        above = {
            Program.LargeBy.MANAGERS: _(
                "If you give something: an estimate is enough. Above %(value)s it is large."
            ),
            Program.LargeBy.ADMINS: _(
                "If you give something: an estimate. Above %(value)s an admin decides."
            ),
            Program.LargeBy.SECOND: _(
                "If you give something: an estimate. Above %(value)s you propose, and a second person decides."
            ),
            Program.LargeBy.NAMED: _("If you give something: an estimate. Above %(value)s %(name)s decides."),
        }[Program.LargeBy(program.large_by)]
        said = {"value": amount(program.large_value), "name": program.large_decider}
        self.fields["value"].help_text = above % said
        self.hide_what_is_asked_later()


class SecondForm(ActionForm):
    """A second person decides what was proposed."""


class AnswerForm(ActionForm):
    """The message or the call in which they were told."""

    answered_in = ExchangeField(label=_("Told in"))

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told: Any = self.fields["answered_in"]
        told.of(ours_with(member).filter(kind__in=[*LIVE, Kind.LETTER, Kind.MESSAGE]), member.program)


class PressForm(forms.Form):
    """One time that somebody pressed for a request."""

    kind = forms.ChoiceField(
        label=_("What happened"), choices=Pressure.Kind.choices, widget=forms.RadioSelect
    )
    on = DayField(label=_("On"))
    note = sentence(
        _("In a few words"), _("It is shown beside the rank once the need was weighed, never in it.")
    )


class WithdrawForm(ActionForm):
    """Why a request is taken back."""

    because = sentence(
        _("Why"),
        _("They no longer ask, or it was noted by mistake. What they still wait for is decided instead."),
    )


class SendBackForm(ActionForm):
    """Why a decision that nobody was told is looked at again."""

    why = sentence(_("Why"), _("They have not been told yet. History keeps what was decided first."))
