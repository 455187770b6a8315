"""Who knows whom, and who gives their word for whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class Connection(Record):
    """Two advocates of a program who know each other."""

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

    history = records()

    class Meta:
        verbose_name = _("connection")
        verbose_name_plural = _("connections")
        ordering = ["membership", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(membership=F("other")), name="connection_needs_two"),
            models.UniqueConstraint(fields=["membership", "other", "kind"], name="connection_once"),
        ]

    def __str__(self) -> str:
        return f"{self.membership.advocate} – {self.other.advocate}"


class Vouch(Record):
    """One advocate's or colleague's word for an advocate."""

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
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

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
                condition=Q(checked_by__isnull=True, checked_on__isnull=True)
                | Q(checked_by__isnull=False, checked_on__isnull=False),
                name="vouch_check_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_membership or self.by_user} → {self.membership.advocate}"
