"""What is decided about a membership: a wish, a proposal, its second reading, its release, and what follows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Program, RotationDecision


class DecisionForm(ActionForm):
    """A step of a decision; nobody has begun it yet if there is no row."""

    def __init__(self, *args: Any, decision: RotationDecision, **kwargs: Any) -> None:
        super().__init__(*args, row=decision if decision.pk else None, **kwargs)
        self.decision = decision
        self.offer(decision.membership.program)
        for name in self.fields:
            if name != "seen" and name not in self.initial:
                self.initial[name] = getattr(decision, name, None)

    def offer(self, program: Program) -> None:
        """Offer the colleagues of `program` where one is asked for."""
        for field in self.fields.values():
            if isinstance(field, ColleagueField):
                field.of(program)


class ProposeForm(DecisionForm):
    """What follows the term, why, and by whom and when they hear it."""

    outcome = forms.ChoiceField(
        label=_("What follows"), choices=RotationDecision.Outcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The reason you will give them. Not how loud or how famous they are."),
    )
    teller = ColleagueField(
        label=_("Who tells them"), required=False, empty_label=_("Whoever looks after them")
    )
    tell_by = DayField(
        label=_("Tell them by"), required=False, help_text=_("Left empty: within two weeks from the release.")
    )


class WishForm(DecisionForm):
    """What they wish themselves."""

    wish = forms.CharField(
        label=_("What they wish"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("In their words. Ask them: a wish that was guessed is none."),
    )  # fmt: skip
    asked_by = ColleagueField(label=_("Who asked them"), required=False, empty_label=_("Me"))
    asked_on = DayField(label=_("Asked on"), required=False, help_text=_("Left empty: today."))

    def __init__(self, *args: Any, decision: RotationDecision, **kwargs: Any) -> None:
        super().__init__(*args, decision=decision, **kwargs)
        self.initial.update(asked_by=decision.wish_asked_by_id, asked_on=decision.wish_on)


class SecondForm(DecisionForm):
    """That somebody else has read it."""

    note = forms.CharField(
        label=_("A note"), max_length=500, required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("What you would like to be thought of when they are told."),
    )  # fmt: skip


class ReleaseForm(DecisionForm):
    """Who tells them, and by when."""

    teller = ColleagueField(
        label=_("Who tells them"), required=False, empty_label=_("Whoever looks after them")
    )
    tell_by = DayField(
        label=_("Tell them by"), required=False, help_text=_("Left empty: within two weeks from today.")
    )


class CarryOutForm(DecisionForm):
    """What the outcome needs: the end of the new term, the day of the next look, or the new role."""

    title = forms.CharField(label=_("Role"), max_length=120, help_text=_("As you would say it to them."))
    statement = forms.CharField(
        label=_("Role statement"),
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What they do, and what we do for them, in words they would recognize."),
    )
    ends_on = DayField(
        label=_("Until"), required=False, help_text=_("Left empty: the length of a term in this program.")
    )
    review_on = DayField(label=_("Look at it again on"))

    def __init__(self, *args: Any, decision: RotationDecision, **kwargs: Any) -> None:
        super().__init__(*args, decision=decision, **kwargs)
        for name in set(self.fields) - self._needed(decision) - {"seen"}:
            del self.fields[name]

    def _needed(self, decision: RotationDecision) -> set[str]:
        outcome, member = decision.outcome, decision.membership
        if outcome in (decision.Outcome.ALUMNI, decision.Outcome.END):
            return set()
        if outcome == decision.Outcome.PAUSE:
            return {"review_on"}
        by_term = member.term_ends_on is not None and decision.due_on in (None, member.term_ends_on)
        role = {"title", "statement"} if outcome == decision.Outcome.NEW_ROLE else set()
        return role | ({"ends_on"} if by_term else {"review_on"})
