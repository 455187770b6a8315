"""The fields of an entry of the log that are there once: what, when, through which channel, what was said."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.models import Touchpoint
from engagement.models.channel_names import NAMES
from engagement.models.touchpoints import WRITTEN, Direction, Kind
from engagement.quicklog import ParsedLine
from influencers import clock
from influencers.models import Program

CHANNELS: tuple[tuple[str, str | LazyText], ...] = (("", _("No channel")), *NAMES.items())
NOON = dt.time(12)


class DayInput(forms.DateInput):
    """A day, as browsers pick one."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class EntryForm(forms.Form):
    """What happened. `happened_at` is made of day and time, in the program's time zone."""

    kind = forms.ChoiceField(label=_("What"), choices=[("", _("What was it?")), *Kind.choices])
    direction = forms.ChoiceField(label=_("Who spoke"), choices=Direction.choices)
    channel = forms.ChoiceField(label=_("Channel"), choices=CHANNELS, required=False)
    day = forms.DateField(label=_("Day"), widget=DayInput)
    at = forms.TimeField(label=_("Time"), widget=TimeInput, required=False)
    words = forms.CharField(
        label=_("What was said"),
        help_text=_("One thing only they would have said. Of a message: its words."),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sentence = forms.CharField(
        label=_("Why it went out like this"),
        help_text=_("It counts as canned in every figure; your sentence is kept beside it."),
        required=False,
        max_length=500,
    )
    link = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")
    needs_answer = forms.BooleanField(label=_("They wait for our answer"), required=False)
    knowing = forms.CharField(
        label=_("What should a colleague know before writing to them?"),
        help_text=_("Would you be comfortable if they read this?"),
        required=False,
        max_length=500,
    )
    knowing_about = forms.IntegerField(required=False, widget=forms.HiddenInput)
    plan = forms.IntegerField(required=False, widget=forms.HiddenInput)
    line = forms.CharField(required=False, max_length=10_000, widget=forms.HiddenInput)
    token = forms.CharField(max_length=64, widget=forms.HiddenInput)
    next = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, program: Program, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.program = program
        self.now = now

    def offer_days(self, days: tuple[dt.date, ...]) -> None:
        """Ask which of these days was meant."""
        choices = [("", _("Which day?")), *((day.isoformat(), f"{day:%Y-%m-%d}") for day in days)]
        self.fields["day"].widget = forms.Select(choices=choices)

    def clean(self) -> dict[str, Any]:
        """Put day and time together; a message is theirs or ours, never both."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("day"):
            cleaned["happened_at"] = self._instant(cleaned["day"], cleaned.get("at"))
        if cleaned.get("kind") in WRITTEN and cleaned.get("direction") == Direction.BOTH:
            self.add_error("direction", _("A message is theirs or ours: say who wrote it."))
        return cleaned

    def _instant(self, day: dt.date, at: dt.time | None) -> dt.datetime:
        if at is None and day == self.program.today(self.now):
            return self.now
        return clock.instant(day, at or NOON, self.program.time_zone)


def initial_of(parsed: ParsedLine, today: dt.date) -> dict[str, Any]:
    """Return what a line filled in."""
    return {
        "line": parsed.line,
        "kind": parsed.kind.kind.value if parsed.kind else "",
        "direction": parsed.direction.direction.value if parsed.direction else Touchpoint.Direction.BOTH,
        "channel": parsed.channel.channel.value if parsed.channel else "",
        "day": parsed.date.day if parsed.date else today,
        "at": parsed.time.at if parsed.time else None,
        "words": parsed.note,
        "needs_answer": _waits(parsed),
    }


def _waits(parsed: ParsedLine) -> bool:
    """Whether they look as if they waited for our answer: they wrote, and asked something."""
    came = parsed.direction is not None and parsed.direction.direction.value == Direction.IN.value
    return came and (bool(parsed.asks) or "?" in parsed.note)
