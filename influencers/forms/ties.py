"""How two people know each other, and somebody's word: changed, checked, taken back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.refusing import ActionForm
from influencers.models import Connection


class ConnectionForm(ActionForm):
    """How two people know each other."""

    kind = forms.ChoiceField(label=_("How"), choices=Connection.Kind.choices)
    how = forms.CharField(label=_("How we know"), max_length=300, required=False)

    def __init__(self, *args: Any, row: Connection, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.initial.update(kind=row.kind, how=row.how)


class BecauseForm(ActionForm):
    """Why something holds no more."""

    because = forms.CharField(
        label=_("Why"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "autofocus": True})
    )


class CheckForm(ActionForm):
    """How somebody's word was checked."""

    how = forms.CharField(
        label=_("How did you check it?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        help_text=_("“Called Freya, who rents her the boat”, “saw the prints at the fair”."),
    )
