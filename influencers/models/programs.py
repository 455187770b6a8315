"""Programs of advocates: how often, how long, in which time zone."""

import datetime as dt
import zoneinfo
from typing import TYPE_CHECKING, Any, overload

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers import clock
from influencers.models.base import Record, records
from influencers.models.judging import JUDGING_CONSTRAINTS, Judging
from influencers.often import Often
from influencers.workdays import WorkingWeek

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from influencers.models.staff import User

LONGEST = 3650  # days; no cadence or notice is longer than ten years


# First parts of addresses that are not programs.
RESERVED = frozenset(
    [
        "account", "accounts", "admin", "advocates", "api", "calendar", "digest", "feeds", "files", "found", "health",
        "i18n", "jobs", "me", "media", "metrics", "p", "private", "programs", "static", "styleguide",
    ]
)  # fmt: skip


def validate_slug_is_free(slug: str) -> None:
    """Raise ValidationError for a short name that another page of the installation has."""
    if slug in RESERVED:
        raise ValidationError(
            _("%(slug)s is taken by another page. Choose another short name."), params={"slug": slug}
        )


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless `name` is an IANA time zone such as Europe/Berlin."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("%(name)s is not a time zone. Write it as in Europe/Berlin."), params={"name": name}
        )


@overload
def days_field(label: "StrOrPromise", default: int) -> "models.PositiveSmallIntegerField[int, int]": ...
@overload
def days_field(
    label: "StrOrPromise",
) -> "models.PositiveSmallIntegerField[int | None, int | None]": ...
def days_field(label: "StrOrPromise", default: int | None = None) -> Any:
    """Return a field for a number of days; without a default it may be left empty and is then inherited."""
    return models.PositiveSmallIntegerField(
        label,
        default=default,
        null=default is None,
        blank=default is None,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
    )


def minutes_field(label: "StrOrPromise", default: int) -> "models.PositiveSmallIntegerField[int, int]":
    """Return a field for how many minutes something takes."""
    return models.PositiveSmallIntegerField(
        label, default=default, validators=[MinValueValidator(1), MaxValueValidator(24 * 60)]
    )


class ProgramQuerySet(models.QuerySet["Program"]):
    """Programs, from where every query of a person starts."""

    def seen_by(self, user: "User") -> "ProgramQuerySet":
        """Those in which `user` has a post."""
        return self.filter(posts__user=user)


class Program(Record, Judging):
    """A program of advocates: its cadences, term length, notice periods, time zone and staff."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("short name in addresses"), max_length=50, unique=True, validators=[validate_slug_is_free]
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[validate_time_zone]
    )
    working_days = models.CharField(
        _("working days"),
        max_length=7,
        default="12345",
        validators=[RegexValidator(r"^1?2?3?4?5?6?7?$"), RegexValidator(r".")],
        help_text=_("1 is Monday, 7 is Sunday."),
    )
    ideal_days = days_field(_("ideal interval between touches (days)"), 30)
    latest_days = days_field(_("longest interval between touches (days)"), 60)
    live_days = days_field(_("longest time without a call, lunch or meeting (days)"), 180)
    answer_days = days_field(_("working days within which we answer"), 2)
    request_days = days_field(_("working days within which a request is decided"), 10)
    term_months = models.PositiveSmallIntegerField(_("length of a term (months)"), default=12)
    notice_days = days_field(_("days before the end of a term by which we decide"), 60)
    welcome_days = days_field(_("days within which somebody new has role, owner and dates"), 14)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    # What a relationship takes: how many this team can hold follows from it (insights/capacity.py).
    hours_week = models.PositiveSmallIntegerField(
        _("hours a week that each colleague has for advocates"), default=8, validators=[MaxValueValidator(60)]
    )
    follow_minutes = minutes_field(_("minutes a week for following somebody: reading, noting, preparing"), 15)
    message_minutes = minutes_field(_("minutes a message takes, with thinking"), 20)
    call_minutes = minutes_field(_("minutes a call takes, with its note"), 40)
    meeting_minutes = minutes_field(_("minutes a meeting takes, with the way"), 90)
    lunch_minutes = minutes_field(_("minutes a lunch takes, with the way"), 150)
    meetings_of_ten = models.PositiveSmallIntegerField(
        _("of ten conversations, how many are meetings"), default=2, validators=[MaxValueValidator(10)]
    )
    lunches_of_ten = models.PositiveSmallIntegerField(
        _("of ten conversations, how many are lunches"),
        default=1,
        validators=[MaxValueValidator(10)],
        help_text=_("The others are calls."),
    )
    asks_per_quarter = models.PositiveSmallIntegerField(
        _("things we ask of one person in a quarter"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
        help_text=_("One more needs a reason."),
    )
    ask_gap_days = days_field(_("days between two things we ask of one person"), 21)
    digest_hour = models.PositiveSmallIntegerField(
        _("hour of the morning digest"), default=8, validators=[MaxValueValidator(23)]
    )
    own_vouching = models.BooleanField(
        _("writers may vouch for their own messages"),
        default=False,
        help_text=_("Otherwise a wrongly blocked message needs a second person."),
    )
    is_demo = models.BooleanField(default=False, editable=False)
    # Since when the due dates of many people wait to be worked out anew by a job; None when they are right.
    dates_owed_at = models.DateTimeField(null=True, blank=True, editable=False)

    kept_beside = ("dates_owed_at",)
    objects = ProgramQuerySet.as_manager()
    history = records(excluded_fields=kept_beside)

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latest_days__gte=models.F("ideal_days")),
                name="program_latest_not_before_ideal",
                violation_error_message=_("The longest interval cannot be shorter than the ideal one."),
            ),
            models.CheckConstraint(condition=~models.Q(working_days=""), name="program_works_some_day"),
            models.CheckConstraint(condition=models.Q(term_months__gte=1), name="program_term_lasts"),
            *JUDGING_CONSTRAINTS,
            models.CheckConstraint(
                condition=models.Q(meetings_of_ten__lte=10 - models.F("lunches_of_ten")),
                name="program_ten_conversations_are_ten",
                violation_error_message=_("Meetings and lunches together are not more than ten of ten."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def today(self, now: dt.datetime) -> dt.date:
        """Return the date that `now` is in the program's time zone."""
        return clock.day_in(self.time_zone, now)

    def week(self) -> WorkingWeek:
        """Return its working days, holidays taken out (one query unless `holidays` is prefetched)."""
        at_hand = "holidays" in getattr(self, "_prefetched_objects_cache", {})
        days = [one.day for one in self.holidays.all()] if at_hand else _holidays(program=self.pk)
        return WorkingWeek.of(self.working_days, days)


class Holiday(models.Model):
    """A day on which a program's people are not at work."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="holidays")
    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["program", "day"], name="holiday_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.name}".strip()


_holidays = Often(lambda program: Holiday.objects.filter(program=program).values_list("day", flat=True))


class Tier(Record):
    """A group within a program whose members are seen as often as each other."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="tiers")
    name = models.CharField(_("name"), max_length=80)
    rank = models.PositiveSmallIntegerField(_("order"), default=1)
    ideal_days = days_field(_("ideal interval between touches (days)"))
    latest_days = days_field(_("longest interval between touches (days)"))

    history = records()

    class Meta:
        verbose_name = _("tier")
        verbose_name_plural = _("tiers")
        ordering = ["program", "rank", "id"]
        constraints = [
            models.UniqueConstraint(fields=["program", "name"], name="tier_named_once"),
            models.CheckConstraint(
                condition=models.Q(latest_days__gte=models.F("ideal_days")),
                name="tier_latest_not_before_ideal",
                violation_error_message=_("The longest interval cannot be shorter than the ideal one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
