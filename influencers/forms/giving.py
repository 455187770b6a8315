"""Who knows whom: one person's word for another, connections."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models import Connection, Membership


class VouchForm(forms.Form):
    """Somebody's word for a person, and how they know each other."""

    giver = forms.CharField(
        label=_("Whose word"),
        required=False,
        help_text=_("The handle or full name of another advocate. Empty: your own."),
    )
    words = forms.CharField(
        label=_("Their words"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3, "autofocus": True})
    )
    how_known = forms.CharField(label=_("How they know each other"), max_length=300)

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member

    def clean_giver(self) -> Membership | None:
        """Return the advocate meant, None for the colleague who types."""
        typed = self.cleaned_data["giver"].strip()
        return called_so(typed, self.member) if typed else None


class ConnectForm(forms.Form):
    """Whom somebody knows."""

    other = forms.CharField(
        label=_("Whom they know"),
        max_length=200,
        help_text=_("The handle or full name of another advocate."),
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("How"), choices=Connection.Kind.choices, initial=Connection.Kind.OTHER)
    how = forms.CharField(label=_("How we know"), max_length=300, required=False)

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member

    def clean_other(self) -> Membership:
        """Return the advocate meant."""
        return called_so(self.cleaned_data["other"].strip(), self.member)


def called_so(typed: str, member: Membership) -> Membership:
    """Return the one person of the program of `member` with that handle or full name."""
    typed = typed.lstrip("@")
    of_name = Q(advocate__name__iexact=typed) | Q(advocate__accounts__handle_key=typed.casefold())
    found = list(Membership.objects.filter(of_name, program=member.program).distinct()[:2])
    if len(found) != 1:
        raise forms.ValidationError(
            _("Several people are called so: write the handle.") if found else _("Nobody here is called so.")
        )
    return found[0]
