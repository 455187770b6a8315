"""The giving of a perk: to whom, why, how it was disclosed, and whether it was taken back."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.perks import Perk
from influencers.models.staff import User


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants."""

    def standing(self) -> "GrantQuerySet":
        """Those that nobody took back."""
        return self.filter(withdrawn_on__isnull=True)

    def undisclosed(self) -> "GrantQuerySet":
        """Standing ones that are to be disclosed, and are not yet."""
        return self.standing().filter(disclose_by__isnull=False, disclosed_on__isnull=True)

    def disclosure_overdue_on(self, day: dt.date) -> "GrantQuerySet":
        """Those that should have been disclosed before `day`."""
        return self.undisclosed().filter(disclose_by__lt=day)


class Grant(Record):
    """The giving of a perk to one advocate, with the reason. What was warned of has its sentence."""

    class Warned(models.TextChoices):
        COMPLAINT = "complaint", _("Given while a complaint of theirs is open")
        SHARE = "share", _("More than their fair share")

    perk = models.ForeignKey(Perk, models.PROTECT, related_name="grants", verbose_name=_("perk"))
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="grants")
    reason = models.CharField(_("why"), max_length=500)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("given by"))
    given_on = models.DateField(_("given on"))
    # The perk's rules and worth at the time, so that the database can hold them and figures do not move.
    once = models.BooleanField(default=True, editable=False)
    value = models.DecimalField(_("worth"), max_digits=10, decimal_places=2, default=0, editable=False)
    disclose_by = models.DateField(_("to be disclosed by"), null=True, blank=True)
    disclosed_on = models.DateField(_("disclosed on"), null=True, blank=True)
    disclosed_at_url = models.URLField(_("where they disclosed it"), max_length=500, blank=True)
    disclosure_note = models.CharField(_("how they disclosed it"), max_length=300, blank=True)
    disclosure_noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("seen by")
    )
    warned_of = models.CharField(_("warned of"), max_length=20, blank=True, editable=False)
    despite = models.CharField(_("why all the same"), max_length=500, blank=True)
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken back by")
    )
    withdrawn_because = models.CharField(_("why it was taken back"), max_length=500, blank=True)
    returned = models.BooleanField(_("it is there again to be given"), default=False)

    objects = GrantQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["-given_on", "-id"]
        indexes = [
            models.Index(fields=["membership", "-given_on"], name="grant_by_member"),
            models.Index(
                fields=["disclose_by"],
                name="grant_undisclosed",
                condition=Q(disclosed_on__isnull=True, withdrawn_on__isnull=True, disclose_by__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="grant_says_why"),
            models.UniqueConstraint(
                fields=["perk", "membership"],
                condition=Q(once=True, withdrawn_on__isnull=True),
                name="grant_once_per_person",
                violation_error_message=_("They already have this."),
            ),
            models.CheckConstraint(
                condition=Q(warned_of="") | ~Q(despite=""),
                name="grant_warned_of_has_its_sentence",
                violation_error_message=_("Say why it is right all the same."),
            ),
            models.CheckConstraint(
                condition=Q(
                    disclosed_on__isnull=True, disclosure_noted_by__isnull=True, disclosed_at_url="",
                    disclosure_note="",
                )
                | (
                    Q(disclosed_on__isnull=False, disclosure_noted_by__isnull=False)
                    & ~Q(disclosed_at_url="", disclosure_note="")
                ),
                name="grant_disclosure_is_whole",
                violation_error_message=_("Say where or how they disclosed it, on which day, and who saw it."),
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_on__isnull=True, withdrawn_by__isnull=True, withdrawn_because="", returned=False
                )
                | (Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because="")),
                name="grant_taking_back_is_whole",
                violation_error_message=_("Say who takes it back, when and why."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.perk} → {self.membership.advocate}"

    @property
    def warnings(self) -> list[str]:
        """What was warned of, as codes."""
        return self.warned_of.split(",") if self.warned_of else []

    @property
    def warnings_said(self) -> str:
        """What was warned of, in words."""
        return " · ".join(str(Grant.Warned(code).label) for code in self.warnings)
