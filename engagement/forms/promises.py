"""Promises, typed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.models import Promise
from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Program


class PromiseForm(forms.Form):
    """What was promised, by whom, by when, and who sees to it."""

    made_by = forms.ChoiceField(label=_("Who promised"), choices=Promise.By.choices, initial=Promise.By.US)
    text = forms.CharField(
        label=_("What"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "autofocus": True})
    )
    due_on = DayField(label=_("By"))
    owner = ColleagueField(label=_("Who sees to it"))

    def __init__(self, *args: Any, program: Program, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].of(program)  # type: ignore[attr-defined]


class BreakForm(ActionForm):
    """How a promise that was not kept was made good."""

    made_good = forms.CharField(
        label=_("How it was made good"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        help_text=_("What you told them, and what they got instead."),
    )
