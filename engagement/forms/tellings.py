"""In which exchange somebody was told what was decided about them."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from engagement.forms.entry import TimeInput
from engagement.models import Touchpoint
from engagement.models.touchpoints import Kind
from influencers.forms.fields import DayField
from influencers.forms.refusing import ActionForm
from influencers.models import RotationDecision
from influencers.saying import quoted


class TellForm(ActionForm):
    """A call, lunch, meeting or message that is on record already."""

    touchpoint = forms.ModelChoiceField(
        Touchpoint.objects.none(),
        label=_("Told in"),
        empty_label=_("Choose the call, the meeting or the message"),
    )

    def __init__(
        self, *args: Any, row: RotationDecision, exchanges: QuerySet[Touchpoint], **kwargs: Any
    ) -> None:
        super().__init__(*args, row=row, **kwargs)
        told: Any = self.fields["touchpoint"]
        recent = list(exchanges.values_list("pk", flat=True)[:20])
        told.queryset = Touchpoint.objects.filter(pk__in=recent).order_by("-happened_at")
        told.label_from_instance = _exchange


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


def _exchange(touch: Touchpoint) -> str:
    said = f" · {quoted(touch.words, 80)}" if touch.words else ""
    return f"{touch.happened_at:%Y-%m-%d} · {touch.get_kind_display()}{said}"
