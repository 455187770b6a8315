"""The waiting list, and a step of a warm-up, typed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import WaitingPlace, WarmUpStep

Left = WaitingPlace.Left


class WaitForm(forms.Form):
    """Since when somebody would like to come in, and why in this place."""

    since = DayField(label=_("Wants in since"), required=False, help_text=_("Left empty: today."))
    because = forms.CharField(
        label=_("Why in this place"), max_length=300,
        help_text=_("They come last. Who asked first, what the program lacks: as you would say it to them."),
    )  # fmt: skip


class MoveForm(ActionForm):
    """Another place on the list, and why."""

    to = forms.IntegerField(label=_("Place"), min_value=1, help_text=_("1 comes in next."))
    because = forms.CharField(label=_("Why in this place"), max_length=300)


class LeaveForm(ActionForm):
    """How somebody left the list."""

    how = forms.ChoiceField(
        label=_("What happened"), widget=forms.RadioSelect,
        choices=[(Left.WITHDREW, Left.WITHDREW.label), (Left.DECLINED, Left.DECLINED.label)],
    )  # fmt: skip
    because = forms.CharField(
        label=_("Why"), max_length=300, help_text=_("As you told them: nobody waits who does not know.")
    )


class StepForm(ActionForm):
    """Who takes a step, and by when."""

    who = ColleagueField(label=_("Who"))
    due_on = DayField(label=_("By"))

    def __init__(self, *args: Any, row: WarmUpStep, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        who = self.fields["who"]
        assert isinstance(who, ColleagueField)  # noqa: S101
        who.of(row.membership.program)
        self.initial.update(who=row.who_id, due_on=row.due_on)
