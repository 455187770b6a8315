"""What we agreed on with somebody for a day to come: a lunch, a call, a meeting. The record of it, never a message."""

import datetime as dt
import zoneinfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from engagement.models.touchpoints import LIVE, Kind, Touchpoint
from influencers.models import Membership, Program
from influencers.models.base import Record, records

KINDS = [(kind.value, kind.label) for kind in LIVE]
ASKED_FOR = dt.timedelta(days=30)  # so long we ask how it was


class State(models.TextChoices):
    """The life of a plan.

    planned → happened (by the touchpoint that was logged; back, if that is taken off the record);
    planned → called off, with the reason. Moving it is no state: history keeps the earlier day.
    """

    PLANNED = "planned", pgettext_lazy("a meeting", "Planned")
    HAPPENED = "happened", pgettext_lazy("a meeting", "Happened")
    CALLED_OFF = "called_off", pgettext_lazy("a meeting", "Called off")


class PlannedTouchpointQuerySet(models.QuerySet["PlannedTouchpoint"]):
    """Planned touchpoints."""

    def open(self) -> "PlannedTouchpointQuerySet":
        """Those that have not happened, and that nobody called off."""
        return self.filter(state=State.PLANNED)

    def due_on(self, day: dt.date) -> "PlannedTouchpointQuerySet":
        """Open ones of `day`, and those of the weeks before of which nobody said how they were."""
        return self.open().filter(on__gt=day - ASKED_FOR, on__lte=day)

    def of(self, user_id: int) -> "PlannedTouchpointQuerySet":
        """Those to which this colleague goes, and those with somebody they look after."""
        theirs = Invited.objects.filter(membership__owner=user_id)
        return self.filter(Q(goes=user_id) | Q(pk__in=theirs.values("plan")))


class PlannedTouchpoint(Record):
    """A call, lunch, meeting or event to come, with one member or several: when, where, who of us goes, what about.

    `on` and `at` are what the clocks of the program will show. `sequence` grows whenever calendars have to notice.
    """

    State = State

    program = models.ForeignKey(
        Program, models.PROTECT, related_name="planned_touchpoints", verbose_name=_("program")
    )
    members = models.ManyToManyField(
        Membership, through="engagement.Invited", related_name="planned_touchpoints"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=KINDS, default=Kind.LUNCH)
    on = models.DateField(_("day"))
    at = models.TimeField(_("time"), null=True, blank=True)
    where = models.CharField(_("where"), max_length=200, blank=True)
    about = models.CharField(_("what about"), max_length=500, blank=True)
    goes = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="planned_touchpoints",
        verbose_name=_("who of us"),
    )  # fmt: skip
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("planned by")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    touchpoint = models.OneToOneField(
        Touchpoint, models.PROTECT, null=True, blank=True, related_name="plan", verbose_name=_("how it was")
    )
    called_off_at = models.DateTimeField(_("called off"), null=True, blank=True)
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("called off by"),
    )  # fmt: skip
    called_off_because = models.CharField(_("why it was called off"), max_length=500, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = PlannedTouchpointQuerySet.as_manager()
    history = records(excluded_fields=["sequence"])

    class Meta:
        verbose_name = _("planned touchpoint")
        verbose_name_plural = _("planned touchpoints")
        ordering = ["on", "at", "id"]
        indexes = [
            models.Index(fields=["program", "on", "id"], name="planned_by_day"),
            models.Index(
                fields=["program", "on"], name="planned_open", condition=Q(state="planned")
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["call", "lunch", "meeting", "event"]),
                name="planned_is_spoken",
                violation_error_message=_("A call, a lunch, a meeting or an event is planned; words are written."),
            ),
            models.CheckConstraint(
                condition=Q(state="happened", touchpoint__isnull=False)
                | (~Q(state="happened") & Q(touchpoint__isnull=True)),
                name="planned_happened_by_a_touchpoint",
                violation_error_message=_("It happened: log how it was."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="called_off", called_off_at__isnull=False, called_off_by__isnull=False)
                    & ~Q(called_off_because="")
                )
                | (
                    ~Q(state="called_off")
                    & Q(called_off_at__isnull=True, called_off_by__isnull=True, called_off_because="")
                ),
                name="planned_calling_off_is_whole",
                violation_error_message=_("Say why it is called off."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to happen, or to be told."""
        return self.state == State.PLANNED

    def starts_at(self, time_zone: str) -> dt.datetime | None:
        """Return the instant at which it starts in a program's time zone; None where only the day is known."""
        if self.at is None:
            return None
        return dt.datetime.combine(self.on, self.at, tzinfo=zoneinfo.ZoneInfo(time_zone))


class Invited(models.Model):
    """A member whom a plan is about. Of the plan's program; the database sees to that."""

    plan = models.ForeignKey(
        PlannedTouchpoint, models.CASCADE, related_name="invited", verbose_name=_("planned touchpoint")
    )
    membership = models.ForeignKey(
        Membership, models.CASCADE, related_name="invited", verbose_name=_("membership")
    )

    class Meta:
        verbose_name = _("person of a plan")
        verbose_name_plural = _("people of plans")
        ordering = ["plan", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "membership"], name="invited_once")]

    def __str__(self) -> str:
        return str(self.membership)
