"""What we know of a person, typed in: who they are, how to reach them, what we learned."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Account, Advocate, ContactPoint, Fact

SINGLE_LINES = (
    "name", "nickname", "pronouns", "country", "city", "language", "time_zone", "birthday", "company", "website",
)  # fmt: skip
LONG = ("topics", "address", "notes")


class PersonForm(ActionForm):
    """Who somebody is."""

    def __init__(self, *args: Any, row: Advocate, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        for name in (*SINGLE_LINES, *LONG):
            field: Any = Advocate._meta.get_field(name)
            self.fields[name] = field.formfield()
            self.initial[name] = getattr(row, name)
        for name in LONG:
            self.fields[name].widget = forms.Textarea(attrs={"rows": 2})
        self.fields["tags"] = forms.CharField(
            label=_("Tags"), required=False, help_text=_("With commas between them.")
        )
        self.initial["tags"] = ", ".join(row.tags)

    def clean_tags(self) -> list[str]:
        """Return the tags, each once, in the order in which they were typed."""
        typed = (tag.strip() for tag in self.cleaned_data["tags"].split(","))
        return list(dict.fromkeys(tag for tag in typed if tag))

    def details(self) -> dict[str, Any]:
        """Return what was typed, without the version that the writer had before them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class AccountForm(forms.Form):
    """A presence on a channel."""

    platform = forms.ChoiceField(label=_("Platform"), choices=Account.Platform.choices)
    handle = forms.CharField(label=_("Handle"), max_length=200)
    url = forms.URLField(label=_("Address"), max_length=500, required=False, assume_scheme="https")
    followers = forms.IntegerField(
        label=_("Followers"),
        min_value=0,
        required=False,
        help_text=_("As they are today. Earlier counts stay, so that one sees which way it goes."),
    )


class ContactForm(forms.Form):
    """A way to reach them."""

    kind = forms.ChoiceField(label=_("Kind"), choices=ContactPoint.Kind.choices)
    value = forms.CharField(label=_("Address or number"), max_length=320)


class FactForm(forms.Form):
    """One thing we learned, and how."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Fact.Kind.choices)
    text = forms.CharField(
        label=_("What we know"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "autofocus": True})
    )
    source = forms.CharField(
        label=_("How we know"),
        max_length=200,
        required=False,
        help_text=_("“Told Lena at lunch”, “her post of May 3”."),
    )
    on_date = DayField(
        label=_("The date"), required=False, help_text=_("For a date: a launch, a move, an exam.")
    )
    expires_on = DayField(
        label=_("True until"), required=False, help_text=_("From then on it is not shown as so.")
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the day of a date."""
        typed = super().clean() or {}
        if typed.get("kind") == Fact.Kind.DATE and not typed.get("on_date"):
            self.add_error("on_date", _("Which day is it?"))
        return typed
