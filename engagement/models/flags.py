"""Conditions that a scheduled job found."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models import Membership, Program

DATE_AHEAD = 10  # days; a date of theirs is a reason from then on


class FlagQuerySet(models.QuerySet["Flag"]):
    """Flags."""

    def open(self) -> "FlagQuerySet":
        """Those whose condition still holds."""
        return self.filter(closed_at__isnull=True)

    def awake_on(self, day: dt.date) -> "FlagQuerySet":
        """Open ones that nobody has put off beyond `day`."""
        return self.open().filter(Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=day))


class Flag(models.Model):
    """A condition, why and since when. It goes when the condition goes.

    `threshold` says how far it has come: 1 or 2 for the ideal and the longest interval, 90, 60, 30 or 7 for the
    days before a rotation. `subject_id` is the id of the promise, request, decision or fact, the year of a birthday,
    or 0 for the member itself.
    """

    class Kind(models.TextChoices):
        STALE = "stale", _("Losing touch")
        NEVER_SPOKEN = "never_spoken", _("Never spoken to")
        ONLY_ONLINE = "only_online", _("Only online for long")
        ONLY_WE = "only_we", _("Only we speak")
        ONLY_THEY = "only_they", _("Only they speak")
        UNANSWERED = "unanswered", _("Waiting for our answer")
        ROTATION_DUE = "rotation_due", _("Rotation due")
        DECIDE_BY = "decide_by", _("Decision overdue")
        NO_OWNER = "no_owner", _("Nobody looks after them")
        NO_ROLE = "no_role", _("Role unclear")
        NO_DATE = "no_date", _("No next date")
        NOT_TOLD = "not_told", _("Decided, not told")
        PROMISE_OVERDUE = "promise_overdue", _("Promise overdue")
        REQUEST_OVERDUE = "request_overdue", _("Request overdue")
        LOOK_AGAIN = "look_again", _("Put off, to be looked at again")
        UNDISCLOSED = "undisclosed", _("Given, not disclosed")
        NOT_THANKED = "not_thanked", _("Delivered, not thanked")
        FAREWELL = "farewell", _("Farewell not finished")
        HAND_OVER = "hand_over", _("Handed over, not met")
        FIRST_WORD = "first_word", _("First word as alumni due")
        BIRTHDAY = "birthday", _("Birthday")
        DATE_NEAR = "date_near", _("A date of theirs")
        FACT_EXPIRED = "fact_expired", _("Is it still so?")

    # Nobody is left hanging: what the page of limbo lists.
    LIMBO = (Kind.NO_OWNER, Kind.NO_ROLE, Kind.NO_DATE, Kind.NOT_TOLD, Kind.FAREWELL, Kind.HAND_OVER)

    class Closed(models.TextChoices):
        GONE = "gone", _("The reason is gone")
        DONE = "done", _("Done")

    # Flags come by the ten thousand, and every index is paid for with each: the ones in Meta are those that are read.
    program = models.ForeignKey(Program, models.CASCADE, related_name="flags", db_index=False)
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="flags", db_index=False)
    # Who looks after the member: kept by the database, see `engagement.flag_owner`.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, blank=True, editable=False, related_name="+",
        db_index=False, db_constraint=False,
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices)
    subject_id = models.BigIntegerField(default=0)
    threshold = models.PositiveSmallIntegerField(default=0)
    since = models.DateField(_("since"))
    raised_at = models.DateTimeField(_("raised"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_how = models.CharField(_("how it ended"), max_length=4, choices=Closed.choices, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    snoozed_until = models.DateField(_("put off until"), null=True, blank=True)
    snoozed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    snooze_reason = models.CharField(_("why not now"), max_length=300, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        ordering = ["-raised_at", "-id"]
        indexes = [
            models.Index(
                fields=["program", "kind", "since", "membership"],
                name="flag_open",
                condition=Q(closed_at__isnull=True),
            ),
            models.Index(fields=["membership", "-raised_at"], name="flag_by_member"),
            # What a person called done is not raised again at once: every run of a watcher asks this.
            models.Index(
                fields=["membership", "kind", "subject_id"], name="flag_done", condition=Q(closed_how="done")
            ),
        ]
        constraints = [
            # Two schedulers at once find the same thing; the database keeps it once.
            models.UniqueConstraint(
                fields=["membership", "kind", "subject_id"],
                condition=Q(closed_at__isnull=True),
                name="flag_raised_once",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_how="")
                | (Q(closed_at__isnull=False) & ~Q(closed_how="")),
                name="flag_closing_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(snoozed_until__isnull=True) | ~Q(snooze_reason=""),
                name="flag_put_off_with_a_reason",
                violation_error_message=_("Say why not now."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.membership}"
