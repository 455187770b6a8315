"""Writing to one person. There is no field for recipients."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.forms.entry import CHANNELS, DayInput, TimeInput
from engagement.models import PreparedContent
from engagement.models.messages import Verdict
from influencers import clock
from influencers.models import Program

KINDS = (("message", _("Message")), ("letter", _("Letter or card")), ("comment", _("Comment")))


def every_channel(theirs: list[tuple[str, str]]) -> list[Any]:
    """Return the channels to choose from: those on which this person is, then the others."""
    known = dict(theirs)
    rest = [choice for choice in CHANNELS if choice[0] and choice[0] not in known]
    return [*theirs, (_("Others"), rest)] if theirs else [("", _("Which channel?")), *rest]


class WritingForm(forms.Form):
    """The words, and how they will reach the person. `seen` holds the warnings its writer has been shown."""

    words = forms.CharField(
        label=_("Your words"), max_length=100_000, strip=False, widget=forms.Textarea(attrs={"rows": 10})
    )
    kind = forms.ChoiceField(label=_("As"), choices=KINDS)
    channel = forms.ChoiceField(label=_("Through"), required=False)
    link = forms.URLField(
        label=_("Link to what it is about"), required=False, max_length=500, assume_scheme="https"
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    token = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    begun: PreparedContent | None = None  # what the draft was started from
    kept_at = 0  # when its draft was kept last, in milliseconds, for the browser to compare

    def __init__(self, *args: Any, channels: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].choices = every_channel(channels)  # type: ignore[attr-defined]


class VouchingForm(forms.Form):
    """Why a message is personal all the same."""

    reason = forms.CharField(label=_("Why it is personal all the same"), max_length=500)


class CaseForm(forms.Form):
    """What the personal check should have said, and why."""

    right = forms.ChoiceField(label=_("The right verdict"), choices=Verdict.choices)
    reason = forms.CharField(label=_("Why"), max_length=500)


class ElsewhereForm(WritingForm):
    """Words that went out by other ways already: when, and if they were canned, why."""

    day = forms.DateField(label=_("When"), widget=DayInput)
    at = forms.TimeField(label=_("Time"), widget=TimeInput, required=False)
    sentence = forms.CharField(
        label=_("Why it went out like this"),
        help_text=_("Only for words that the personal check would have stopped. They count as canned."),
        required=False,
        max_length=500,
    )

    def happened_at(self, program: Program, now: dt.datetime) -> dt.datetime:
        """Return the instant: noon where no time was given, now where it is today."""
        day, at = self.cleaned_data["day"], self.cleaned_data["at"]
        if at is None and day == program.today(now):
            return now
        return clock.instant(day, at or dt.time(12), program.time_zone)
