"""What is said when somebody leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Farewell


class CompleteForm(ActionForm):
    """That they were told personally, thanked, and told what stays."""

    told_by = ColleagueField(label=_("Who told them"))
    told_on = DayField(label=_("When"))
    told_how = forms.CharField(
        label=_("How"), max_length=120, help_text=_("By phone, over lunch. A message alone is not telling.")
    )
    thanks = forms.CharField(
        label=_("How they were thanked"),
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("For what exactly, and with what."),
    )
    what_stays = forms.CharField(
        label=_("What stays"),
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Access, friends, whom to call: what they keep."),
    )
    door = forms.ChoiceField(label=_("The door"), choices=Farewell.Door.choices, widget=forms.RadioSelect)
    door_from = DayField(label=_("Open from"), required=False)
    alumni = forms.BooleanField(
        label=_("They stay with us as alumni"), required=False, help_text=_("Otherwise it simply ends.")
    )

    def __init__(self, *args: Any, row: Farewell, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.fields["told_by"].of(row.membership.program)  # type: ignore[attr-defined]
        self.initial.setdefault("door", row.door)
        self.initial.setdefault("alumni", row.cause != Farewell.Cause.BREACH)
