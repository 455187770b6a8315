"""What an entry of the log may hold several of: people, promises, wishes."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from engagement.forms.entry import DayInput
from engagement.quicklog import PeopleFinder, PersonMatch
from engagement.quicklog.language import Owes

LEFT_OUT, NEW, OPEN = "", "new", "?"
MOST = 30


class PersonForm(forms.Form):
    """Somebody a line names, as who of the people we know; or new; or left out."""

    token = forms.CharField(max_length=320, widget=forms.HiddenInput)
    handle = forms.BooleanField(required=False, widget=forms.HiddenInput)
    choice = forms.ChoiceField(label=_("Who"), required=False)
    name = forms.CharField(label=_("Name"), max_length=200, required=False)

    def __init__(self, *args: Any, people: PeopleFinder, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        token = str(self["token"].value() or "")
        written = f"@{token}" if self["handle"].value() in (True, "True", "true", "on") else token
        self.written = written
        self.matches = list(people.find(written)) or list(people.find(token)) if token else []
        self.doubtful = not self.matches and " " in token
        if self.doubtful:
            self.matches = list(people.find(token.split()[0]))
        self.fields["choice"].choices = self._choices()  # type: ignore[attr-defined]

    @property
    def is_new(self) -> bool:
        """Nobody we know goes by this."""
        return not self.matches

    @property
    def called(self) -> str:
        """Their name where it is clear who is meant, else what was typed."""
        return self.matches[0].name if len(self.matches) == 1 and not self.doubtful else self.written

    def _choices(self) -> list[tuple[str, Any]]:
        known = [(match.id, _called(match, alone=len(self.matches) == 1)) for match in self.matches]
        asking = (
            [(OPEN, _("Which %(name)s?") % {"name": self.written})] if self["choice"].value() == OPEN else []
        )
        new = (NEW, _("New: %(name)s") % {"name": self.written})
        return [*asking, *known, new, (LEFT_OUT, _("%(name)s: leave out") % {"name": self.written})]

    def clean_choice(self) -> str:
        """Somebody has to say which of several was meant."""
        choice: str = self.cleaned_data["choice"]
        if choice == OPEN:
            raise ValidationError(_("Say who “%(name)s” is."), params={"name": self.written})
        return choice


def _called(match: PersonMatch, *, alone: bool) -> str:
    return match.name if alone or not match.detail else f"{match.name} · {match.detail}"


class PromiseForm(forms.Form):
    """A promise made in passing. An empty text is none."""

    made_by = forms.ChoiceField(
        label=_("Who promised"),
        choices=[(Owes.WE.value, _("We promised")), (Owes.THEY.value, _("They promised"))],
    )
    text = forms.CharField(label=_("What was promised"), max_length=300, required=False)
    due_on = forms.DateField(label=_("By"), widget=DayInput, required=False)
    about = forms.TypedChoiceField(label=_("With"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, names)

    def clean(self) -> dict[str, Any]:
        """A promise has a day."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("text") and not cleaned.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("By which day?"))
        return cleaned


class WishForm(forms.Form):
    """Something they asked for: becomes a request. Empty words are none."""

    words = forms.CharField(label=_("What they ask for"), max_length=4000, required=False)
    due_on = forms.DateField(label=_("By"), widget=DayInput, required=False)
    about = forms.TypedChoiceField(label=_("Who asks"), coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, names)


def _offer(form: forms.Form, names: list[str]) -> None:
    """Ask with whom, where several took part."""
    about = form.fields["about"]
    about.choices = [(str(place), name) for place, name in enumerate(names)] or [("0", "")]  # type: ignore[attr-defined]
    if len(names) < 2:
        about.widget = forms.HiddenInput()


PeopleFormSet = forms.formset_factory(PersonForm, extra=0, max_num=MOST, absolute_max=MOST)
PromiseFormSet = forms.formset_factory(PromiseForm, extra=1, max_num=MOST, absolute_max=MOST, can_delete=True)
WishFormSet = forms.formset_factory(WishForm, extra=1, max_num=MOST, absolute_max=MOST, can_delete=True)


def week_from(day: dt.date) -> dt.date:
    """A promise without a day is offered one in a week."""
    return day + dt.timedelta(days=7)
