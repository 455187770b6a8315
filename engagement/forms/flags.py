"""Putting something off, typed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import DayField


class SnoozeForm(forms.Form):
    """Why not now, and until when."""

    reason = forms.CharField(
        label=_("Why not now"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        help_text=_("“On parental leave until March.” It stays with them, for whoever looks next."),
    )
    until = DayField(label=_("Until"))
