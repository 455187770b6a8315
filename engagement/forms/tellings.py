"""In which exchange somebody was told what was decided about them."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from engagement.forms.entry import TimeInput
from engagement.forms.exchanges import ExchangeField
from engagement.models import Touchpoint
from engagement.models.touchpoints import Kind
from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import RotationDecision


class TellForm(ActionForm):
    """A call, lunch, meeting or message that is on record already."""

    touchpoint = ExchangeField(
        label=_("Told in"), empty_label=_("Choose the call, the meeting or the message")
    )

    def __init__(
        self, *args: Any, row: RotationDecision, exchanges: QuerySet[Touchpoint], **kwargs: Any
    ) -> None:
        super().__init__(*args, row=row, **kwargs)
        told: Any = self.fields["touchpoint"]
        told.of(exchanges, row.membership.program)


class TellNowForm(ActionForm):
    """The call, lunch or meeting in which they were just told, logged with it."""

    kind = forms.ChoiceField(
        label=_("How"), choices=[(kind, kind.label) for kind in (Kind.CALL, Kind.LUNCH, Kind.MEETING)]
    )
    day = DayField(label=_("Day"))
    at = forms.TimeField(label=_("Time"), widget=TimeInput)
    words = forms.CharField(
        label=_("What was said"), max_length=4000, widget=forms.Textarea({"rows": 3}),
        help_text=_("What you told them, and what they answered. A note that could be about anybody is not taken."),
    )  # fmt: skip
