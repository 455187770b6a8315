"""For which stage somebody is put forward, and why all the same where not everything was checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.models import PutForward
from influencers.forms.fields import DayField


class PutForwardForm(forms.Form):
    """Where and when."""

    kind = forms.ChoiceField(label=_("For what"), choices=PutForward.Kind.choices)
    where = forms.CharField(
        label=_("Where"), max_length=200, help_text=_("The stage, the paper, the program.")
    )
    on = DayField(label=_("When"))
    despite = forms.CharField(
        label=_("Why all the same"),
        max_length=500,
        error_messages={"required": _("Say why all the same: not everything has been checked.")},
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Not everything has been checked. This sentence is kept."),
    )

    def __init__(self, *args: Any, unchecked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not unchecked:
            del self.fields["despite"]
