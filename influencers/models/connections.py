"""Who knows whom, and who gives their word for whom."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class ConnectionQuerySet(models.QuerySet["Connection"]):
    """Connections."""

    def standing(self) -> "ConnectionQuerySet":
        """Those that hold."""
        return self.filter(ended_on__isnull=True)


class Connection(Record):
    """Two advocates of a program who know each other. It holds until somebody says that, and why, it ended."""

    class Kind(models.TextChoices):
        FRIEND = "friend", _("Friends")
        FAMILY = "family", _("Family")
        COLLEAGUE = "colleague", _("Work together")
        MADE_TOGETHER = "made_together", _("Made something together")
        RIVAL = "rival", _("Better kept apart")
        OTHER = "other", _("Know each other")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="connections")
    other = models.ForeignKey(Membership, models.CASCADE, related_name="connections_to")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.OTHER)
    how = models.CharField(_("how we know"), max_length=300, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("noted by")
    )
    ended_because = models.CharField(_("why it ended"), max_length=300, blank=True)

    objects = ConnectionQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("connection")
        verbose_name_plural = _("connections")
        ordering = ["membership", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(membership=F("other")), name="connection_needs_two"),
            # Said of one it holds for both, whoever was named first.
            models.UniqueConstraint(
                Least("membership", "other"), Greatest("membership", "other"), "kind",
                condition=Q(ended_on__isnull=True), name="connection_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="connection_ending_is_whole",
                violation_error_message=_("Say since when it is so no more, and why."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.membership.advocate} – {self.other.advocate}"


class VouchQuerySet(models.QuerySet["Vouch"]):
    """Vouches."""

    def standing_on(self, day: dt.date) -> "VouchQuerySet":
        """Those that nobody has taken back by `day`."""
        return self.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))

    def checked(self) -> "VouchQuerySet":
        """Those that a colleague has looked into."""
        return self.filter(checked_on__isnull=False)


class Vouch(Record):
    """One advocate's or colleague's word for an advocate: given, checked by somebody else, perhaps taken back.

    The words stay as they were given; another word is another vouch.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="vouches")
    by_membership = models.ForeignKey(
        Membership,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="vouches_given",
        verbose_name=_("by advocate"),
    )
    by_user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by colleague")
    )
    words = models.TextField(_("their words"), max_length=2000)
    how_known = models.CharField(_("how they know each other"), max_length=300)
    given_on = models.DateField(_("given on"))
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_how = models.CharField(_("how it was checked"), max_length=300, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("noted by")
    )
    withdrawn_because = models.CharField(_("why it was withdrawn"), max_length=500, blank=True)

    objects = VouchQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("vouch")
        verbose_name_plural = _("vouches")
        ordering = ["membership", "-given_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(by_membership__isnull=False, by_user__isnull=True)
                | Q(by_membership__isnull=True, by_user__isnull=False),
                name="vouch_has_one_giver",
                violation_error_message=_("A vouch is one person's word: an advocate's or a colleague's."),
            ),
            models.CheckConstraint(
                condition=~Q(membership=F("by_membership")) | Q(by_membership__isnull=True),
                name="vouch_not_for_oneself",
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(how_known=""),
                name="vouch_says_what_and_how_known",
                violation_error_message=_("Say in which words, and how they know each other."),
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True, checked_on__isnull=True, checked_how="")
                | (Q(checked_by__isnull=False, checked_on__gte=F("given_on")) & ~Q(checked_how="")),
                name="vouch_check_is_whole",
                violation_error_message=_("Say who checked it, when and how."),
            ),
            models.CheckConstraint(
                condition=Q(by_user__isnull=True) | Q(checked_by__isnull=True) | ~Q(checked_by=F("by_user")),
                name="vouch_checked_by_somebody_else",
                violation_error_message=_("Somebody else checks your word: that is the point of it."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_by__isnull=True, withdrawn_because="")
                | (Q(withdrawn_by__isnull=False, withdrawn_on__gte=F("given_on")) & ~Q(withdrawn_because="")),
                name="vouch_withdrawal_is_whole",
                violation_error_message=_("Say when it was withdrawn, and why."),
            ),
            models.UniqueConstraint(
                fields=["membership", "by_membership"],
                condition=Q(withdrawn_on__isnull=True),
                name="vouch_one_standing_of_an_advocate",
                violation_error_message=_("They vouch for them already."),
            ),
            models.UniqueConstraint(
                fields=["membership", "by_user"],
                condition=Q(withdrawn_on__isnull=True),
                name="vouch_one_standing_of_a_colleague",
                violation_error_message=_("You vouch for them already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_membership or self.by_user} → {self.membership.advocate}"
