"""Correcting what was logged."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.forms.entry import CHANNELS, DayInput, TimeInput
from engagement.models import Touchpoint
from engagement.models.messages import GONE_OUT, Standing
from influencers import clock
from influencers.forms.refusing import ActionForm


class TouchpointForm(ActionForm):
    """What may be corrected. Words that went out are shown, not edited."""

    kind = forms.ChoiceField(label=_("What"), choices=Touchpoint.Kind.choices)
    direction = forms.ChoiceField(label=_("Who spoke"), choices=Touchpoint.Direction.choices)
    channel = forms.ChoiceField(label=_("Channel"), choices=CHANNELS, required=False)
    day = forms.DateField(label=_("Day"), widget=DayInput)
    at = forms.TimeField(label=_("Time"), widget=TimeInput)
    words = forms.CharField(
        label=_("What was said"), required=False, max_length=100_000, widget=forms.Textarea
    )
    link = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")
    needs_answer = forms.BooleanField(label=_("They wait for our answer"), required=False)

    def __init__(self, *args: Any, row: Touchpoint, **kwargs: Any) -> None:
        local = clock.local(row.happened_at, row.program.time_zone)
        kept = {
            name: getattr(row, name)
            for name in ("kind", "direction", "channel", "words", "link", "needs_answer")
        }
        super().__init__(*args, row=row, initial={**kept, "day": local.date(), "at": local.time()}, **kwargs)
        self.touch = row
        if row.standing in (*GONE_OUT, Standing.HELD):
            del self.fields["words"]
        if row.channel and row.channel not in dict(CHANNELS):
            self.fields["channel"].choices = [*CHANNELS, (row.channel, row.channel)]  # type: ignore[attr-defined]

    def changes(self) -> dict[str, Any]:
        """Return what to correct, by the names of the touchpoint's own fields."""
        changes = {
            name: value for name, value in self.cleaned_data.items() if name not in ("seen", "day", "at")
        }
        return {**changes, "happened_at": self._happened_at()}

    def _happened_at(self) -> dt.datetime:
        day, at = self.cleaned_data["day"], self.cleaned_data["at"]
        kept = clock.local(self.touch.happened_at, self.touch.program.time_zone)
        if (day, at.hour, at.minute) == (kept.date(), kept.hour, kept.minute):
            return self.touch.happened_at  # the seconds nobody sees stay
        return clock.instant(day, at, self.touch.program.time_zone)
