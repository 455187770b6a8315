"""What we ask of somebody, typed in: first the wish, then what they said, what they did, how they were thanked."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.forms.exchanges import ExchangeField, ours_with
from engagement.forms.later import AskedLater
from engagement.models import Ask
from influencers.forms.fields import ColleagueField, DayField
from influencers.forms.refusing import ActionForm
from influencers.models import Membership, User

LIMITS = ("over_cap_because", "collides_because")
ROWS = 2


def sentence(label: Any, *, required: bool = True, help_text: Any = "", most: int = 500) -> forms.CharField:
    """Return a field for a sentence or two."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea({"rows": ROWS}),
    )


class Limited(AskedLater, ActionForm):
    """A form that asks why only where the program's limits ask it."""

    later = LIMITS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["over_cap_because"] = sentence(_("Why one more this quarter"), required=False)
        self.fields["collides_because"] = sentence(
            _("Why beside the other ask"),
            required=False,
            help_text=_("What you agreed on with your colleague."),
        )
        self.hide_what_is_asked_later()


class AskForm(Limited):
    """What we want of somebody, for whom, by when."""

    kind = forms.ChoiceField(label=_("What"), choices=Ask.Kind.choices, initial=Ask.Kind.QUOTE)
    words = forms.CharField(
        label=_("What we want of them, and what for"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3, "autofocus": True}),
        help_text=_("For us. What they read or hear comes from you, in your own words."),
    )
    wanted_by = DayField(label=_("Wanted by"))
    department = forms.ChoiceField(
        label=_("For which department"), choices=Ask.Department.choices, initial=Ask.Department.MARKETING
    )
    asked_by = ColleagueField(label=_("Who wants it"))
    owner = ColleagueField(label=_("Who sees to it"))

    def __init__(self, *args: Any, member: Membership, reader: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("asked_by", "owner"):
            self.fields[name].of(member.program)  # type: ignore[attr-defined]
        self.initial.setdefault("asked_by", reader.pk)
        self.initial.setdefault("owner", member.owner_id or reader.pk)
        self.order_fields(["kind", "words", "wanted_by", *LIMITS, "department", "asked_by", "owner"])


class MoveAskForm(Limited):
    """Another day."""

    wanted_by = DayField(label=_("Wanted by"))
    field_order = ["wanted_by", *LIMITS]

    def __init__(self, *args: Any, row: Ask, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.initial.setdefault("wanted_by", row.wanted_by)
        self.order_fields(self.field_order)


class AnswerAskForm(ActionForm):
    """What they said."""

    said = forms.ChoiceField(
        label=_("What they said"),
        choices=[(Ask.State.AGREED.value, _("Yes")), (Ask.State.DECLINED.value, _("No"))],
        widget=forms.RadioSelect,
    )
    their_words = sentence(
        _("In their words"), required=False, most=2000, help_text=_("A no is kept in their words.")
    )
    asked_in = ExchangeField(label=_("Where you asked them"), required=False)

    def __init__(self, *args: Any, row: Ask, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        asked: Any = self.fields["asked_in"]
        asked.of(ours_with(row.membership), row.membership.program)
        self.initial.setdefault("asked_in", row.asked_in_id)


class DeliverForm(ActionForm):
    """When they did it, and where one can see it."""

    delivered_on = DayField(label=_("They did it on"))
    link = forms.URLField(
        label=_("Where it can be seen"), required=False, max_length=500, assume_scheme="https"
    )


class ThankForm(ActionForm):
    """The exchange that thanked them."""

    thanked_in = ExchangeField(label=_("Thanked in"))

    def __init__(self, *args: Any, row: Ask, since: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        thanked: Any = self.fields["thanked_in"]
        thanked.of(ours_with(row.membership).filter(happened_at__gte=since), row.membership.program)


class WithdrawForm(ActionForm):
    """Why we do not need it any more."""

    because = sentence(_("Why we do not need it any more"), help_text=_("If they know of it, tell them too."))


class HandAskForm(ActionForm):
    """Another colleague who sees to it."""

    owner = ColleagueField(label=_("Who sees to it"))

    def __init__(self, *args: Any, row: Ask, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        self.fields["owner"].of(row.membership.program)  # type: ignore[attr-defined]
        self.initial.setdefault("owner", row.owner_id)
