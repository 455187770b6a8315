"""Erasing a person, with the confirmation typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class EraseForm(forms.Form):
    """Why, and the person's name, so that nobody erases anybody by a slip."""

    reason = forms.CharField(
        label=_("Why"), max_length=500, help_text=_("“She asked for it by e-mail on 3 May.” This is kept.")
    )
    name = forms.CharField(
        label=_("Their name, as it stands above"), max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip

    def __init__(self, *args: Any, named: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named

    def clean_name(self) -> str:
        """Hold what was typed against the name."""
        typed = str(self.cleaned_data["name"])
        if " ".join(typed.split()).casefold() != " ".join(self.named.split()).casefold():
            raise forms.ValidationError(gettext("This is not their name. Nothing was erased."))
        return typed
