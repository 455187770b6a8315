"""Choosing an exchange with somebody: the call, the lunch, the message in which something was said."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from engagement.models import Touchpoint
from engagement.models.messages import Standing
from influencers import clock
from influencers.models import Membership, Program
from influencers.saying import quoted

RECENT = 20
SHOWN = 60  # letters of its words


def ours_with(member: Membership) -> QuerySet[Touchpoint]:
    """Return the exchanges with `member` in which we spoke. What is held back has not been said."""
    ours = Touchpoint.objects.filter(participations__membership=member, direction__in=["out", "both"])
    return ours.exclude(standing=Standing.HELD)


def line_of(touch: Touchpoint, program: Program, *, time: bool = False, letters: int = SHOWN) -> str:
    """Return when it was, by the program's clocks, what it was, and the first `letters` of its words."""
    at = clock.local(touch.happened_at, program.time_zone)
    when = date_format(at, "SHORT_DATETIME_FORMAT" if time else "SHORT_DATE_FORMAT")
    words = quoted(touch.words, letters) if touch.words else ""
    return " · ".join(filter(None, (when, str(touch.get_kind_display()), words)))


class ExchangeField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the latest of some exchanges; set with `of(rows, program)`."""

    def __init__(self, **extra: Any) -> None:
        extra.setdefault("empty_label", _("Choose the message or the call"))
        super().__init__(Touchpoint.objects.none(), **extra)

    def of(self, rows: QuerySet[Touchpoint], program: Program) -> None:
        """Offer the latest of `rows`."""
        self.program = program
        recent = list(rows.order_by("-happened_at", "-pk").values_list("pk", flat=True)[:RECENT])
        self.queryset = Touchpoint.objects.filter(pk__in=recent).order_by("-happened_at", "-pk")

    def label_from_instance(self, obj: Any) -> str:
        """Say when, what, and how it began."""
        return line_of(obj, self.program)
