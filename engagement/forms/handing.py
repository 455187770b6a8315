"""Another day, another colleague."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.models import AdvocateRequest, Promise
from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm


class MoveForm(ActionForm):
    """Another day for a promise."""

    due_on = DayField(label=_("By"), help_text=_("Agree on it with them first."))

    def __init__(self, *args: Any, row: Promise, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.initial.setdefault("due_on", row.due_on)


class HandOverForm(ActionForm):
    """Another colleague who sees to a promise."""

    owner = ColleagueField(label=_("Who sees to it"))
    why = forms.CharField(
        label=_("Why, and what they should know"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, row: Promise | AdvocateRequest, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.fields["owner"].of(row.membership.program)  # type: ignore[attr-defined]
        self.initial.setdefault("owner", row.owner_id)


class HandOverRequestForm(HandOverForm):
    """Another colleague who sees to a request, and by when."""

    due_on = DayField(label=_("Decide by"))

    def __init__(self, *args: Any, row: AdvocateRequest, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.fields["why"].required = False  # it keeps its owner where only the day moves
        self.initial.setdefault("due_on", row.due_on)
