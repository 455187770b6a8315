"""What is decided about a membership, and that it was told."""

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import DayField
from influencers.forms.memberships import StepForm
from influencers.models import RotationDecision


class DecideForm(StepForm):
    """What follows the term, why, and by when they hear it."""

    outcome = forms.ChoiceField(
        label=_("What follows"), choices=RotationDecision.Outcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The reason you will give them. Not how loud or how famous they are."),
    )
    tell_by = DayField(
        label=_("Tell them by"), required=False, help_text=_("Left empty: within two weeks from today.")
    )
