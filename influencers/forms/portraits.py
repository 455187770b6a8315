"""Two descriptions of somebody, and when they were met."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm, Change
from influencers.models import FirstMeeting, Portrait


class PortraitForm(forms.Form):
    """The next version of a description. `seen` is the version that the writer had before them."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Description"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5, "autofocus": True})
    )
    source = forms.CharField(
        label=_("How we know"),
        max_length=300,
        help_text=_("“Lunch on May 3”, “her posts of this spring”, “Tom, who worked with her”."),
    )

    def __init__(self, *args: Any, newest: Portrait | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: list[Change] = []
        self.initial["seen"] = newest.number if newest else 0
        if newest is not None:
            self.initial.update(text=newest.text)

    def look_again(self, newest: Portrait, before: str) -> None:
        """Show what somebody wrote meanwhile; saving once more then follows theirs knowingly."""
        label = str(self.fields["text"].label)
        self.theirs = [Change(label, before or "–", newest.text, str(newest.written_by))]
        typed: Any = self.data
        typed = typed.copy()
        typed["seen"] = str(newest.number)
        self.data = typed


class MetForm(ActionForm):
    """When somebody of us first met them, and how we know."""

    met_on = DayField(label=_("Met in person on"))
    source = forms.CharField(
        label=_("Who met them, and where"),
        max_length=300,
        help_text=_("For meetings before anybody logged them here. Later ones: log a lunch or a meeting."),
    )

    def __init__(self, *args: Any, row: FirstMeeting | None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        if row is not None:
            self.initial.update(met_on=row.met_on, source=row.source)


class ConfirmForm(ActionForm):
    """Until when something is so, and how we know."""

    expires_on = DayField(label=_("True until"), required=False, help_text=_("Empty: until further notice."))
    source = forms.CharField(
        label=_("How we know now"), max_length=200, required=False, help_text=_("Empty: as before.")
    )
