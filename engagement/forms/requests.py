"""Requests, typed in: need first, then the decision, then the answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.models import AdvocateRequest, Touchpoint
from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Membership

Category = AdvocateRequest.Category
Decision = AdvocateRequest.Decision
Level = AdvocateRequest.Level


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
        label=_("Impact"), choices=Level.choices, coerce=int, widget=forms.RadioSelect,
        help_text=_("How much it would change for them."),
    )  # fmt: skip
    urgency = forms.TypedChoiceField(
        label=_("Urgency"), choices=Level.choices, coerce=int, widget=forms.RadioSelect,
        help_text=_("How soon it has to be."),
    )  # fmt: skip


class DecideForm(ActionForm):
    """What is given, why, and what simple thing we can do instead."""

    decision = forms.ChoiceField(label=_("Decision"), choices=Decision.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    instead = forms.CharField(
        label=_("What we can do instead"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Asked for when you decline."),
    )
    look_again_on = DayField(
        label=_("Look again on"), required=False, help_text=_("Asked for when you put it off.")
    )


class AnswerForm(ActionForm):
    """The message or the call in which they were told."""

    answered_in = forms.ModelChoiceField(
        Touchpoint.objects.none(), label=_("Told in"), empty_label=_("Choose the message or the call")
    )

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told: Any = self.fields["answered_in"]
        ours = Touchpoint.objects.filter(participations__membership=member, direction__in=["out", "both"])
        recent = ours.order_by("-happened_at").values_list("pk", flat=True)[:20]
        told.queryset = Touchpoint.objects.filter(pk__in=list(recent)).order_by("-happened_at")
        told.label_from_instance = _exchange


def _exchange(touch: Touchpoint) -> str:
    words = touch.words if len(touch.words) < 60 else f"{touch.words[:59]}…"
    return f"{touch.happened_at:%Y-%m-%d} · {touch.get_kind_display()} · {words}"
