"""One exchange with an advocate, and who took part."""

import datetime as dt
from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagement.models.channel_names import NAMES, channel_name
from engagement.models.messages import CONSTRAINTS, Message, Standing
from influencers.models import Membership, Program
from influencers.models.base import Record, records


class Kind(models.TextChoices):
    """What kind of exchange."""

    CALL = "call", _("Call")
    LUNCH = "lunch", _("Lunch")
    MEETING = "meeting", _("Meeting")
    EVENT = "event", _("Event")
    LETTER = "letter", _("Letter")
    GIFT = "gift", _("Gift")
    MESSAGE = "message", _("Message")
    COMMENT = "comment", _("Comment")
    LIKE = "like", _("Like")
    REPOST = "repost", _("Repost")


LIVE = (Kind.CALL, Kind.LUNCH, Kind.MEETING, Kind.EVENT)  # people are more than a feed
WRITTEN = (Kind.LETTER, Kind.MESSAGE, Kind.COMMENT)  # going out, these carry words
IN_PERSON = (Kind.LUNCH, Kind.MEETING, Kind.EVENT)  # unless by a screen or a telephone
REMOTE = tuple(channel for channel in NAMES if channel not in ("post", "other"))


class Direction(models.TextChoices):
    """Who spoke to whom."""

    IN = "in", _("From them")
    OUT = "out", _("From us")
    BOTH = "both", _("Both ways")


class Origin(models.TextChoices):
    """How it came to be on record."""

    HERE = "here", _("Written here")
    LOGGED = "logged", _("Logged")
    API = "api", _("API")
    IMPORT = "import", _("Imported")


class TouchpointQuerySet(models.QuerySet["Touchpoint"]):
    """Touchpoints."""

    def gone_out(self) -> "TouchpointQuerySet":
        """Those whose words reached somebody."""
        return self.filter(standing__in=(Standing.SENT, Standing.ELSEWHERE, Standing.IMPORTED))

    def held(self) -> "TouchpointQuerySet":
        """Messages that wait for a colleague's vouching."""
        return self.filter(standing=Standing.HELD)

    def vouched(self) -> "TouchpointQuerySet":
        """Messages that went out on somebody's word."""
        return self.filter(vouched_by__isnull=False)


class Touchpoint(Message, Record):
    """One exchange: a call, lunch, meeting, event, letter, gift, message, comment, like or repost."""

    Kind = Kind
    Direction = Direction
    Origin = Origin
    Standing = Standing

    program = models.ForeignKey(
        Program, models.PROTECT, related_name="touchpoints", verbose_name=_("program")
    )
    members = models.ManyToManyField(
        Membership, through="engagement.Participation", related_name="touchpoints"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction.choices)
    channel = models.CharField(_("channel"), max_length=40, blank=True)
    happened_at = models.DateTimeField(_("when"))
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logged by"),
    )
    origin = models.CharField(_("origin"), max_length=6, choices=Origin.choices, default=Origin.LOGGED)
    link = models.URLField(_("link"), max_length=500, blank=True)
    needs_answer = models.BooleanField(_("waits for our answer"), default=False)
    # What the form sent along, so that pressing the button twice logs it once.
    client_token = models.CharField(max_length=64, blank=True, editable=False)

    objects = TouchpointQuerySet.as_manager()
    history = records(excluded_fields=["checked_words", "words_digest", "client_token"])

    class Meta:
        verbose_name = _("touchpoint")
        verbose_name_plural = _("touchpoints")
        ordering = ["-happened_at", "-id"]
        indexes = [
            models.Index(fields=["program", "-happened_at", "-id"], name="touchpoint_by_time"),
            models.Index(
                fields=["program", "checked_at"], name="touchpoint_held", condition=Q(standing="held")
            ),
            models.Index(fields=["author", "-happened_at"], name="touchpoint_by_author"),
            models.Index(
                fields=["prepared", "-happened_at"],
                name="touchpoint_by_prepared",
                condition=Q(prepared__isnull=False),
            ),
        ]
        constraints = [
            *CONSTRAINTS,
            models.CheckConstraint(
                condition=~Q(direction="out", kind__in=["letter", "message", "comment"])
                | Q(standing__in=["held", "sent", "elsewhere", "imported", "erased"]),
                name="touchpoint_written_to_them_is_judged",
                violation_error_message=_("What we write to somebody passes the personal check first."),
            ),
            models.CheckConstraint(
                condition=Q(direction="out") | ~Q(standing__in=["held", "sent", "elsewhere"]),
                name="touchpoint_only_ours_is_sent",
            ),
            models.CheckConstraint(
                condition=~Q(direction="in")
                | Q(standing__in=["none", "received", "note", "imported", "erased"]),
                name="touchpoint_theirs_is_received",
            ),
            models.CheckConstraint(
                condition=Q(logged_by__isnull=False) | Q(origin="import") | Q(direction="in"),
                name="touchpoint_has_a_person_behind_it",
                violation_error_message=_("Nothing goes out without a person who wrote it."),
            ),
            models.UniqueConstraint(
                fields=["logged_by", "client_token"],
                condition=~Q(client_token=""),
                name="touchpoint_logged_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.happened_at:%Y-%m-%d}"

    @cached_property
    def member_ids(self) -> list[int]:
        """The ids of the memberships that took part, those named last first."""
        return [part.membership_id for part in self.participations.all()]

    @property
    def is_live(self) -> bool:
        """Whether people spoke with each other."""
        return self.kind in LIVE

    @property
    def in_person(self) -> bool:
        """Whether people sat at one table."""
        return self.kind in IN_PERSON and self.channel not in REMOTE

    @property
    def is_ours(self) -> bool:
        """Whether we took part in speaking."""
        return self.direction in (Direction.OUT, Direction.BOTH)

    @property
    def is_theirs(self) -> bool:
        """Whether they took part in speaking."""
        return self.direction in (Direction.IN, Direction.BOTH)

    @property
    def channel_name(self) -> str:
        """What people call its channel."""
        return channel_name(self.channel)

    @property
    def counts_as_canned(self) -> bool:
        """Whether figures count it as canned: blocked, and gone out all the same."""
        return self.verdict == "block" and self.standing == Standing.ELSEWHERE

    def day(self) -> dt.date:
        """Return the date it fell on in the program's time zone."""
        return self.program.today(self.happened_at)


class Participation(models.Model):
    """One member's part in a touchpoint. Carries the time too, so that a timeline is one indexed question."""

    touchpoint = models.ForeignKey(Touchpoint, models.CASCADE, related_name="participations")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="participations")
    happened_at = models.DateTimeField()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["-happened_at", "-id"]
        indexes = [
            models.Index(fields=["membership", "-happened_at", "-touchpoint"], name="participation_timeline")
        ]
        constraints = [
            models.UniqueConstraint(fields=["touchpoint", "membership"], name="participation_once")
        ]

    def __str__(self) -> str:
        return str(self.membership)
