"""Beginning a rotation review, and the decision in one of its rows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import DayField, colleagues
from influencers.forms.refusing import ActionForm
from influencers.models import RotationDecision, User

Outcome = RotationDecision.Outcome


class BeginReviewForm(forms.Form):
    """A name and a period."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As people call the meeting: Winter 2027.")
    )
    starts_on = DayField(label=_("Terms that end from"))
    ends_on = DayField(label=_("Until"), help_text=_("The first day that is not in it."))
    overdue = forms.BooleanField(
        label=_("With those whose term has ended already"), required=False, initial=True,
        help_text=_("Whoever is still here and about whom nobody has decided."),
    )  # fmt: skip


class RowForm(ActionForm):
    """All that can be typed into one row; which of it counts is what was pressed. The page writes its HTML."""

    wish = forms.CharField(max_length=2000, required=False)
    asked_on = DayField(required=False)
    outcome = forms.ChoiceField(choices=[("", ""), *Outcome.choices], required=False)
    reason = forms.CharField(max_length=2000, required=False)
    teller = forms.ModelChoiceField(User.objects.none(), required=False)
    tell_by = DayField(required=False)
    note = forms.CharField(max_length=500, required=False)

    def __init__(self, *args: Any, row: RotationDecision, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        teller: Any = self.fields["teller"]
        teller.queryset = colleagues(row.membership.program)

    def typed(self, name: str) -> str:
        """Return what stands in a field: what was typed, if this was sent."""
        return str(self.data.get(name, ""))
