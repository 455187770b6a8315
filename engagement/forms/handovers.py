"""What is said when somebody is handed over: to whom, what they have to know, how they are introduced."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from influencers import clock
from influencers.actions.handovers import Handing
from influencers.forms.fields import ColleagueField, DayField, colleagues
from influencers.forms.refusing import ActionForm
from influencers.models import HandOver, Membership, Program, User


class PlanForm(ActionForm):
    """What to know, and when the three of them meet."""

    what_to_know = forms.CharField(
        label=_("What to know"), max_length=4000, widget=forms.Textarea({"rows": 5}),
        help_text=_("What they like, what to leave out, what is promised, how you speak with each other."),
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("How they are introduced"), choices=HandOver.How.choices, widget=forms.RadioSelect
    )
    planned_on = DayField(label=_("Planned for"), required=False)
    planned_time = forms.TimeField(
        label=_("At"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )

    def in_time_zone(self, program: Program, planned_at: dt.datetime | None = None) -> None:
        """Say in whose time zone the time is meant; fill in the one that is planned."""
        self.time_zone = program.time_zone
        if planned_at is not None:
            at = clock.local(planned_at, program.time_zone)
            self.initial.update(planned_on=at.date(), planned_time=at.time())

    def said(self) -> dict[str, Any]:
        """Return what the action asks for."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        day, time = said.pop("planned_on"), said.pop("planned_time")
        at = clock.instant(day, time or dt.time(12), self.time_zone) if day else None
        return {**said, "planned_at": at}


class HandOverForm(PlanForm):
    """To whom, too."""

    to = ColleagueField(label=_("Who looks after them from now on"))
    with_promises = forms.BooleanField(
        label=_("Open promises and requests go along"), required=False, initial=True,
        help_text=_("Those that the present owner sees to."),
    )  # fmt: skip
    field_order = ["to", "what_to_know", "how", "planned_on", "planned_time", "with_promises"]

    def __init__(self, *args: Any, row: Membership, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        to: Any = self.fields["to"]
        to.of(row.program)
        to.queryset = to.queryset.exclude(pk=row.owner_id)
        self.initial.setdefault("how", HandOver.How.CALL)
        self.in_time_zone(row.program)

    def handing(self, member: Membership) -> Handing:
        """Return it as the action reads it."""
        said = self.said()
        said.pop("with_promises")
        return Handing(member, **said)


class AllForm(forms.Form):
    """The relationships of one colleague, each with its own new owner and what they have to know."""

    how = forms.ChoiceField(label=_("How they are introduced"), choices=HandOver.How.choices)

    def __init__(
        self, *args: Any, members: Sequence[Membership], leaving: User, program: Program, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        self.initial.setdefault("how", HandOver.How.CALL)
        others = colleagues(program).exclude(pk=leaving.pk)
        offered = [("", _("Choose")), *((user.pk, str(user)) for user in others)]  # read once for all of them
        for member in members:
            to: Any = ColleagueField(label=_("New owner"), required=False)
            to.queryset, to.choices = others, offered
            self.fields[f"to_{member.pk}"] = to
            self.fields[f"know_{member.pk}"] = forms.CharField(
                label=_("What to know"), max_length=4000, required=False, widget=forms.Textarea({"rows": 2})
            )

    def rows(self) -> list[tuple[Membership, Any, Any]]:
        """Return each member with the two fields about them."""
        return [(member, self[f"to_{member.pk}"], self[f"know_{member.pk}"]) for member in self.members]

    def clean(self) -> dict[str, Any]:
        """Whoever is handed over has both: a new owner, and what they have to know."""
        cleaned = super().clean() or {}
        for member in self.members:
            to, know = cleaned.get(f"to_{member.pk}"), cleaned.get(f"know_{member.pk}", "").strip()
            if to and not know:
                self.add_error(f"know_{member.pk}", _("Say what the new owner has to know."))
            elif know and not to:
                self.add_error(f"to_{member.pk}", _("Say who looks after them from now on."))
        if self.gone():
            self.add_error(
                None,
                ngettext(
                    "%(n)d person was handed over by somebody else meanwhile. Look again at the others.",
                    "%(n)d people were handed over by somebody else meanwhile. Look again at the others.",
                    self.gone(),
                )
                % {"n": self.gone()},
            )
        elif not any(cleaned.get(f"to_{member.pk}") for member in self.members):
            self.add_error(None, _("Name a new owner for one of them at least."))
        return cleaned

    def gone(self) -> int:
        """Return how many were named for whom this colleague does not look any more: somebody was faster."""
        here = {f"to_{member.pk}" for member in self.members}
        named = [name for name, to in self.data.items() if name.startswith("to_") and to]
        return len(set(named) - here)

    def handings(self) -> list[Handing]:
        """Return those that were filled in."""
        said = self.cleaned_data
        return [
            Handing(member, said[f"to_{member.pk}"], said[f"know_{member.pk}"], said["how"])
            for member in self.members
            if said[f"to_{member.pk}"]
        ]
