"""Who sees to something that outlives a membership."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import ColleagueField
from influencers.models import Program


class CarryForm(forms.Form):
    """A colleague, and why it goes on."""

    to = ColleagueField(label=_("Who sees to it"))
    why = forms.CharField(
        label=_("Why it goes on"), max_length=300, widget=forms.Textarea({"rows": 2}),
        help_text=_("They know of it, and whom to ask: say so when you tell them."),
    )  # fmt: skip

    def __init__(self, *args: Any, program: Program, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].of(program)  # type: ignore[attr-defined]
