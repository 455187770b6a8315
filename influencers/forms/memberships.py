"""What is said at each step of a membership."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Farewell, Membership, Program, Role, Tier


class StepForm(ActionForm):
    """A step that needs nothing but the button; also the beginning of the others."""

    def __init__(self, *args: Any, row: Membership, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.member = row
        owner, tier = self.fields.get("owner"), self.fields.get("tier")
        if isinstance(owner, ColleagueField):
            owner.of(row.program)
            self.initial.setdefault("owner", row.owner_id)
        if isinstance(tier, forms.ModelChoiceField):
            tier.queryset = Tier.objects.filter(program=row.program)
            self.initial.setdefault("tier", row.tier_id)


class NotJoinedForm(StepForm):
    """Why somebody did not join."""

    because = forms.CharField(
        label=_("Why they did not join"), max_length=300, widget=forms.Textarea({"rows": 2})
    )


class WelcomeForm(StepForm):
    """Who takes somebody in, and for how long."""

    owner = ColleagueField(label=_("Who looks after them"))
    tier = forms.ModelChoiceField(
        Tier.objects.none(), label=_("Tier"), required=False, empty_label=_("No tier")
    )
    starts_on = DayField(label=_("With us from"))
    ends_on = DayField(
        label=_("Until"), required=False, help_text=_("Left empty: the length of a term in this program.")
    )


class RoleForm(StepForm):
    """A role and its statement; and, if they have been told it already, by whom, when and how."""

    title = forms.CharField(label=_("Role"), max_length=120, help_text=_("As you would say it to them."))
    statement = forms.CharField(
        label=_("Role statement"),
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What they do, and what we do for them, in words they would recognize."),
    )
    since = DayField(label=_("Since"))


class ToldForm(ActionForm):
    """Who told somebody something, when and how."""

    told_on = DayField(label=_("Told on"))
    told_by = ColleagueField(label=_("Told by"))
    how = forms.CharField(label=_("How"), max_length=120, help_text=_("By phone, over lunch, in a letter …"))

    def offer(self, program: Program) -> None:
        """Offer the colleagues of `program` as those who told them."""
        told_by = self.fields["told_by"]
        assert isinstance(told_by, ColleagueField)  # noqa: S101
        told_by.of(program)


class AnswerForm(ActionForm):
    """Whether they agree to their role."""

    agreed = forms.ChoiceField(
        label=_("Do they agree?"), choices=Role.Agreed.choices, widget=forms.RadioSelect, required=False
    )
    their_words = forms.CharField(
        label=_("What they said to it"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("In their words. Needed if they disagree: then the role is talked about again."),
    )  # fmt: skip


class RoleToldForm(ToldForm, AnswerForm):
    """Who told somebody their role, when and how, and what they said to it."""

    field_order = ("told_on", "told_by", "how", "agreed", "their_words")


class PauseForm(StepForm):
    """Until when somebody rests."""

    review_on = DayField(label=_("Look at it again on"))


class OwnerForm(StepForm):
    """Who looks after somebody."""

    owner = ColleagueField(label=_("Who looks after them"))


class CareForm(StepForm):
    """How somebody is looked after."""

    tier = forms.ModelChoiceField(
        Tier.objects.none(), label=_("Tier"), required=False, empty_label=_("No tier")
    )
    ideal_days = forms.IntegerField(
        label=_("A word every so many days"),
        min_value=1,
        max_value=3650,
        required=False,
        help_text=_("Left empty: as their tier, else as the program."),
    )
    latest_days = forms.IntegerField(
        label=_("And never longer than so many days"), min_value=1, max_value=3650, required=False
    )
    review_on = DayField(label=_("Next review"), required=False)
    come_from = forms.CharField(label=_("How we know them"), max_length=300, required=False)

    def __init__(self, *args: Any, row: Membership, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        for name in ("ideal_days", "latest_days", "review_on", "come_from"):
            self.initial[name] = getattr(row, name)


class RenewForm(ActionForm):
    """How long another term lasts."""

    ends_on = DayField(
        label=_("Until"), required=False, help_text=_("Left empty: the length of a term in this program.")
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class BeginFarewellForm(StepForm):
    """Why somebody leaves."""

    cause = forms.ChoiceField(label=_("Cause"), choices=Farewell.Cause.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("As you would say it to their face. It stays on record."),
    )
    their_words = forms.CharField(
        label=_("How they said it"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("If they want to stop: in their own words."),
    )
    what_happened = forms.CharField(
        label=_("What happened"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("After a breach: what was agreed, and what was done."),
    )
    second = ColleagueField(
        label=_("The second person"),
        required=False,
        help_text=_("After a breach: who looked at it with you. Nobody decides this alone."),
    )

    def __init__(self, *args: Any, row: Membership, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.fields["second"].of(row.program)  # type: ignore[attr-defined]


class AddForm(forms.Form):
    """Somebody new, as far as one knows at the first moment."""

    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput({"autofocus": True}))
    nickname = forms.CharField(label=_("What they are called"), max_length=80, required=False)
    country = forms.CharField(label=_("Country"), max_length=80, required=False)
    come_from = forms.CharField(
        label=_("How we know them"), max_length=300, required=False, help_text=_("Who met them, and where.")
    )


class KeepFilterForm(forms.Form):
    """A name for what the list shows now."""

    name = forms.CharField(label=_("Name"), max_length=80)
    shared = forms.BooleanField(label=_("For everybody in the program"), required=False)

    def __init__(self, *args: Any, may_share: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["shared"]
