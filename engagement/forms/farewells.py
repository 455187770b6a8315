"""What is said at each step of a farewell: one form a step."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from engagement.forms.exchanges import line_of
from engagement.models import FarewellWord, Touchpoint
from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Farewell, FarewellStep, Grant, PerkEnd

Step = FarewellStep.Step
LETTERS = 90  # of what was said, so that one call is told from another


class StepForm(ActionForm):
    """A step that needs nothing but the button; also the beginning of the others."""

    def __init__(self, *args: Any, row: Farewell, touches: Sequence[Touchpoint] = (), **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.farewell, self.touches = row, touches
        for name, field in self.fields.items():
            if isinstance(field, ColleagueField):
                field.of(row.membership.program)
            if name != "seen" and hasattr(row, name):
                self.initial.setdefault(name, getattr(row, f"{name}_id", getattr(row, name)))

    def said(self) -> dict[str, Any]:
        """Return what the action for this step asks for."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class PerksForm(StepForm):
    """Until when they keep each thing they were given."""

    def __init__(self, *args: Any, row: Farewell, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        known = dict(PerkEnd.objects.filter(farewell=row).values_list("grant_id", "ends_on"))
        for grant in Grant.objects.standing().filter(membership=row.membership).select_related("perk"):
            given = formats.date_format(grant.given_on, "DATE_FORMAT")
            self.fields[f"ends_{grant.pk}"] = DayField(
                label=f"{grant.perk.name} ({grant.perk.get_kind_display()}, {given})", required=False,
                initial=known.get(grant.pk),
            )  # fmt: skip

    @property
    def has_perks(self) -> bool:
        """Whether there is anything to wind down."""
        return any(name.startswith("ends_") for name in self.fields)

    def said(self) -> dict[str, Any]:
        """Return the dates by grant."""
        return {"ends": {int(name[5:]): day for name, day in super().said().items()}}


class RecapForm(StepForm):
    """What they gave, and what came of it."""

    recap = forms.CharField(
        label=_("What they gave, and what came of it"), max_length=20_000, widget=forms.Textarea({"rows": 12}),
        help_text=_("Put together from the record, for you. Nothing of it is sent; it lies beside you as you write."),
    )  # fmt: skip


class NamingForm(StepForm):
    """A step that names a touchpoint with them."""

    what = ""
    says: Any = ""
    touchpoint = forms.ChoiceField(label="", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, row: Farewell, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        choice: Any = self.fields["touchpoint"]
        choice.choices = [
            (str(touch.pk), line_of(touch, row.membership.program, time=True, letters=LETTERS))
            for touch in self.touches
        ]
        choice.label = self.says
        named = row.words.filter(what=self.what).values_list("touchpoint", flat=True).first()
        self.initial.setdefault("touchpoint", str(named) if named else "")
        if not self.touches:  # what is missing is then said above the form
            del self.fields["touchpoint"]

    def clean_touchpoint(self) -> Touchpoint | None:
        """Return the touchpoint that was chosen."""
        chosen = self.cleaned_data["touchpoint"]
        return next((touch for touch in self.touches if str(touch.pk) == chosen), None)


class ToldForm(NamingForm):
    """In which call, lunch or meeting they heard it; else why not in person, who told them, when and how."""

    what = FarewellWord.What.TOLD
    says = _("They heard it in this")
    told_how = forms.CharField(
        label=_("How"),
        max_length=300,
        required=False,
        help_text=_("In a sentence: how they took it, what they asked."),
    )
    not_in_person = forms.CharField(
        label=_("Why it could not be in person"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Only where it really could not: it stays on record."),
    )
    told_by = ColleagueField(label=_("Who told them then"), required=False)
    told_on = DayField(label=_("When"), required=False)

    field_order = ["touchpoint", "told_how", "not_in_person", "told_by", "told_on"]


class BereavedForm(StepForm):
    """Whom we told of a death, and how."""

    told_how = forms.CharField(
        label=_("Whom we told, and how"),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Those they leave behind, colleagues who knew them, the others in the program."),
    )
    told_by = ColleagueField(label=_("Who told them"))
    told_on = DayField(label=_("When"))


class ThanksForm(NamingForm):
    """The message with which they were thanked."""

    what = FarewellWord.What.THANKS
    says = _("The thank-you")


class CondolenceForm(StepForm):
    """To whom we sent our condolence."""

    condolence = forms.CharField(
        label=_("Our condolence"), max_length=4000, widget=forms.Textarea({"rows": 4}),
        help_text=_("To whom, how, and what you said of them."),
    )  # fmt: skip


class StaysForm(StepForm):
    """What they keep."""

    what_stays = forms.CharField(
        label=_("What stays"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Access, friends, whom to call: what they keep, as you told them."),
    )  # fmt: skip
    alumni = forms.BooleanField(
        label=_("They stay with us as alumni"), required=False, help_text=_("Otherwise it simply ends.")
    )
    whom_to_call = ColleagueField(label=_("Whom they call"), required=False)

    def __init__(self, *args: Any, row: Farewell, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        if row.is_of_a_death:
            del self.fields["alumni"]


class DoorForm(StepForm):
    """Whether they can come back."""

    door = forms.ChoiceField(label=_("The door"), choices=Farewell.Door.choices, widget=forms.RadioSelect)
    door_from = DayField(label=_("Open from"), required=False)
    door_why = forms.CharField(
        label=_("Why it is not open"), max_length=500, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("As you told them. Empty where the door is open."),
    )  # fmt: skip

    def __init__(self, *args: Any, row: Farewell, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        if row.is_of_a_death:
            self.fields["door"].label = _("The door for those they leave behind")

    def said(self) -> dict[str, Any]:
        """Return it; a date counts only where the door opens from one."""
        said = super().said()
        return said if said["door"] == Farewell.Door.FROM else {**said, "door_from": None}


class ContactForm(StepForm):
    """The first word after the farewell."""

    contact_on = DayField(label=_("On which day"), required=False)
    contact_by = ColleagueField(label=_("From whom"), required=False)


def form_for(step: str, farewell: Farewell) -> type[StepForm]:
    """Return the form of a step; after a death two of them ask something else."""
    if farewell.is_of_a_death and step in (Step.TOLD, Step.THANKS):
        return BereavedForm if step == Step.TOLD else CondolenceForm
    forms_of: dict[str, type[StepForm]] = {
        Step.SETTLED: StepForm, Step.PERKS: PerksForm, Step.RECAP: RecapForm, Step.TOLD: ToldForm,
        Step.THANKS: ThanksForm, Step.STAYS: StaysForm, Step.DOOR: DoorForm, Step.CONTACT: ContactForm,
    }  # fmt: skip
    return forms_of[step]
