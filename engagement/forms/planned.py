"""A lunch, a call or a meeting to come, typed in; moved; called off."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.forms.entry import TimeInput
from engagement.forms.exchanges import ExchangeField
from engagement.forms.sheet import named
from engagement.models import PlannedTouchpoint, Touchpoint
from engagement.models.planned import KINDS
from engagement.models.touchpoints import LIVE
from engagement.quicklog import PeopleFinder
from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Program, User


class PlanForm(ActionForm):
    """What, when, where, who of us goes, and who else comes. Of a plan that is there (`row`): what it shall be."""

    kind = forms.ChoiceField(label=_("What"), choices=KINDS, initial=Touchpoint.Kind.LUNCH)
    on = DayField(label=_("Day"))
    at = forms.TimeField(
        label=_("Time"),
        required=False,
        widget=TimeInput,
        help_text=_("By the program’s clocks, if it is agreed."),
    )
    where = forms.CharField(label=_("Where"), required=False, max_length=200)
    also = forms.CharField(
        label=_("Who else comes"), required=False, max_length=500,
        help_text=_("Names or handles, with commas between them."),
    )  # fmt: skip
    goes = ColleagueField(label=_("Who of us"))
    about = forms.CharField(
        label=_("What about"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For us, and for the brief. They hear of it from you; this page sends nothing."),
    )  # fmt: skip
    because = forms.CharField(
        label=_("Why it changes"), required=False, max_length=100, help_text=_("History keeps it.")
    )

    def __init__(
        self, *args: Any, program: Program, reader: User, people: PeopleFinder,
        row: PlannedTouchpoint | None = None, also: str = "", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, row=row, **kwargs)
        self.people = people
        goes = self.fields["goes"]
        assert isinstance(goes, ColleagueField)  # noqa: S101
        goes.of(program)
        if row is None:
            del self.fields["because"]
            self.initial.setdefault("goes", reader.pk)
        else:
            kept = {name: getattr(row, name) for name in ("kind", "on", "at", "where", "about")}
            self.initial.update(**kept, goes=row.goes_id, also=also)

    def clean_also(self) -> tuple[int, ...]:
        """Return the ids of those who come too; a name that nobody has, or several have, is asked about."""
        found = []
        for name in named(self.cleaned_data["also"]):
            matches = self.people.find(name)
            if len(matches) != 1:
                sentence = (
                    _("Several go by “%(name)s”: write the full name, or the handle.")
                    if matches
                    else _("Nobody here goes by “%(name)s”.")
                )
                raise forms.ValidationError(sentence, params={"name": name})
            found.append(int(matches[0].id))
        return tuple(found)

    def details(self) -> dict[str, Any]:
        """Return what was typed, by the names of the action; people apart."""
        return {name: value for name, value in self.cleaned_data.items() if name != "also"}


class HappenedForm(ActionForm):
    """What is on record already of how it was."""

    touchpoint = ExchangeField(label=_("How it was"), empty_label=_("Choose what was logged"))

    def __init__(self, *args: Any, row: PlannedTouchpoint, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        with_them = Touchpoint.objects.filter(
            program=row.program_id, kind__in=LIVE, plan__isnull=True,
            pk__in=Touchpoint.objects.filter(
                participations__membership__in=row.invited.values("membership")
            ).values("pk"),
        )  # fmt: skip
        chosen: Any = self.fields["touchpoint"]
        chosen.of(with_them, row.program)


def opening(plan: PlannedTouchpoint, now: dt.datetime) -> dict[str, Any]:
    """Return what the form of the log begins with, for a plan whose day has come."""
    today = plan.program.today(now)
    people = [row.membership for row in plan.invited.select_related("membership__advocate").order_by("pk")]
    return {
        "plan": plan.pk, "kind": plan.kind, "day": min(plan.on, today),
        "at": plan.at if plan.on < today else None,
        "people": [
            {"token": one.advocate.name, "name": one.advocate.name, "handle": False, "choice": str(one.pk)}
            for one in people
        ],
    }  # fmt: skip
