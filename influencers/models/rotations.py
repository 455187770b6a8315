"""Rotating people in and out: reviews with their decisions, and farewells."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.programs import Program
from influencers.models.staff import User


class RotationReview(Record):
    """A meeting that decides what follows the terms that end in a period."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="reviews")
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("rotation review")
        verbose_name_plural = _("rotation reviews")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")), name="review_period_lasts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RotationDecision(Record):
    """What was decided about one membership, by whom and why; and whether they have been told."""

    class Outcome(models.TextChoices):
        RENEW = "renew", _("Renew")
        NEW_ROLE = "new_role", _("New role")
        PAUSE = "pause", _("Pause")
        ALUMNI = "alumni", _("Alumni")
        END = "end", _("End")

    review = models.ForeignKey(
        RotationReview, models.CASCADE, null=True, blank=True, related_name="decisions"
    )
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="rotation_decisions")
    outcome = models.CharField(_("decision"), max_length=10, choices=Outcome.choices, blank=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    tell_by = models.DateField(_("to be told by"), null=True, blank=True)
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    told_how = models.CharField(_("told how"), max_length=120, blank=True)

    history = records()

    class Meta:
        verbose_name = _("rotation decision")
        verbose_name_plural = _("rotation decisions")
        ordering = ["membership", "-id"]
        indexes = [
            models.Index(
                fields=["tell_by"],
                name="decision_not_told",
                condition=Q(decided_at__isnull=False, told_on__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    outcome="",
                    reason="",
                    decided_by__isnull=True,
                    decided_at__isnull=True,
                    tell_by__isnull=True,
                )
                | (
                    ~Q(outcome="")
                    & ~Q(reason="")
                    & Q(decided_by__isnull=False, decided_at__isnull=False, tell_by__isnull=False)
                ),
                name="decision_is_whole",
                violation_error_message=_("A decision says what, why, who, and by when they are told."),
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_by__isnull=True, told_how="")
                | (
                    Q(told_on__isnull=False, told_by__isnull=False, decided_at__isnull=False)
                    & ~Q(told_how="")
                ),
                name="decision_telling_is_whole",
                violation_error_message=_("Say who told them, when and how."),
            ),
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(told_on__isnull=True),
                name="decision_one_open_per_membership",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_outcome_display() or '…'}"


class Farewell(Record):
    """The guided end of a membership. It is complete when they were told, thanked, and told what stays."""

    class Cause(models.TextChoices):
        ROTATION = "rotation", _("Their term ends")
        THEIR_WISH = "their_wish", _("They want to stop")
        BREACH = "breach", _("A breach of what was agreed")
        DEATH = "death", _("They died")
        OTHER = "other", _("Another cause")

    class Door(models.TextChoices):
        OPEN = "open", _("Open")
        FROM = "from", _("Open from a date")
        CLOSED = "closed", _("Closed")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="farewells")
    cause = models.CharField(_("cause"), max_length=10, choices=Cause.choices)
    reason = models.TextField(_("why"), max_length=2000)
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    begun_on = models.DateField(_("begun on"))
    told_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_how = models.CharField(_("told how"), max_length=120, blank=True)
    thanks = models.TextField(_("how they were thanked"), max_length=4000, blank=True)
    what_stays = models.TextField(_("what stays"), max_length=2000, blank=True)
    door = models.CharField(_("the door"), max_length=6, choices=Door.choices, default=Door.OPEN)
    door_from = models.DateField(_("open from"), null=True, blank=True)
    completed_at = models.DateTimeField(_("completed"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("farewell")
        verbose_name_plural = _("farewells")
        ordering = ["-begun_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(completed_at__isnull=True)
                | (
                    Q(told_by__isnull=False, told_on__isnull=False)
                    & ~Q(told_how="")
                    & ~Q(thanks="")
                    & ~Q(what_stays="")
                ),
                name="farewell_is_whole",
                violation_error_message=_(
                    "A farewell is complete when they were told, thanked, and told what stays."
                ),
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="farewell_says_why"),
            models.CheckConstraint(
                condition=~Q(door="from") | Q(door_from__isnull=False), name="farewell_door_has_its_date"
            ),
            models.UniqueConstraint(
                fields=["membership"], condition=Q(completed_at__isnull=True), name="farewell_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_cause_display()}"
