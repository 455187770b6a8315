"""How a program works, typed in."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import validate_slug
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Perk, Post, Program, Tier, User

WEEKDAYS = [
    ("1", _("Monday")),
    ("2", _("Tuesday")),
    ("3", _("Wednesday")),
    ("4", _("Thursday")),
    ("5", _("Friday")),
    ("6", _("Saturday")),
    ("7", _("Sunday")),
]
BASICS = ("name", "time_zone", "working_days")
INTERVALS = ("ideal_days", "latest_days", "live_days", "answer_days", "request_days")
TERMS = ("term_months", "notice_days", "welcome_days", "capacity", "digest_hour", "own_vouching")
EFFORT = (
    "hours_week", "follow_minutes", "message_minutes", "call_minutes", "meeting_minutes", "lunch_minutes",
    "meetings_of_ten", "lunches_of_ten",
)  # fmt: skip
ASKS = ("asks_per_quarter", "ask_gap_days")


class DaysOfTheWeek(forms.MultipleChoiceField):
    """Working days as the model keeps them: the digits of the days."""

    def __init__(self, **extra: Any) -> None:
        super().__init__(choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple, **extra)

    def clean(self, value: Any) -> str:
        """Return the digits in their order."""
        return "".join(sorted(super().clean(value)))


class SettingsForm(ActionForm):
    """What managers can change of a program."""

    def __init__(self, *args: Any, row: Program, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        for name in (*BASICS, *INTERVALS, *TERMS, *EFFORT, *ASKS):
            field: Any = Program._meta.get_field(name)
            self.fields[name] = (
                DaysOfTheWeek(label=_("Working days")) if name == "working_days" else field.formfield()
            )
            value = getattr(row, name)
            self.initial[name] = list(value) if name == "working_days" else value

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields under their headings."""
        headings = (
            (_("The program"), BASICS),
            (_("Keeping in touch"), INTERVALS),
            (_("Terms and staff"), TERMS),
            (_("What a relationship takes"), EFFORT),
            (_("What we ask of them"), ASKS),
        )
        return [(str(heading), [self[name] for name in names]) for heading, names in headings]


class FoundForm(forms.Form):
    """A new program."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput({"autofocus": True}))
    slug = forms.CharField(
        label=_("Short name in addresses"),
        max_length=50,
        validators=[validate_slug],
        help_text=_("Small letters and dashes: it stands in every link and does not change."),
    )
    time_zone = forms.CharField(
        label=_("Time zone"), max_length=64, help_text=_("As in Europe/Berlin. Days begin and end by it.")
    )


class TierForm(ActionForm):
    """A group whose members are seen as often as each other."""

    name = forms.CharField(label=_("Name"), max_length=80)
    rank = forms.IntegerField(label=_("Order"), min_value=1, max_value=99, initial=1)
    ideal_days = forms.IntegerField(
        label=_("A word every so many days"),
        min_value=1,
        max_value=3650,
        required=False,
        help_text=_("Left empty: as the program."),
    )
    latest_days = forms.IntegerField(
        label=_("And never longer than so many days"), min_value=1, max_value=3650, required=False
    )

    def __init__(self, *args: Any, row: Tier | None = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        for name in ("name", "rank", "ideal_days", "latest_days") if row else ():
            self.initial[name] = getattr(row, name)


class HolidayForm(forms.Form):
    """A day on which nobody is at work."""

    day = DayField(label=_("Day"))
    name = forms.CharField(label=_("Name"), max_length=80, required=False)


class PerkForm(ActionForm):
    """Something that can be given."""

    def __init__(self, *args: Any, row: Perk, **kwargs: Any) -> None:
        super().__init__(*args, row=row if row.pk else None, **kwargs)
        names = ("name", "kind", "description", "value", "stock", "once_per_person", "from_on", "until_on",
                 "must_disclose")  # fmt: skip
        for name in names:
            field: Any = Perk._meta.get_field(name)
            self.fields[name] = field.formfield()
            self.initial[name] = getattr(row, name)
        for name in ("from_on", "until_on"):
            day: Any = Perk._meta.get_field(name)
            self.fields[name] = DayField(label=capfirst(day.verbose_name), required=False)
        self.fields["description"].widget = forms.Textarea({"rows": 2})


class InviteForm(forms.Form):
    """A colleague to be."""

    email = forms.EmailField(label=_("E-mail address"))
    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.ChoiceField(label=_("Role"), choices=Post.Role.choices, initial=Post.Role.STAFF)


class AppointForm(forms.Form):
    """Another role for a colleague."""

    role = forms.ChoiceField(label=_("Role"), choices=Post.Role.choices)


class MeForm(forms.Form):
    """What colleagues can change of themselves."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("name", "nickname", "language", "wants_digest", "shortcuts"):
            field: Any = User._meta.get_field(name)
            self.fields[name] = field.formfield()
            self.initial[name] = getattr(user, name)
        spoken = [("", _("As the browser asks for")), *settings.LANGUAGES]
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=spoken, required=False)


class TokenForm(forms.Form):
    """A key to the API."""

    label = forms.CharField(label=_("What it is for"), max_length=80)
    expires_on = DayField(label=_("Good until"), required=False)
