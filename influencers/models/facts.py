"""What we learned about a person, with source and date."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class FactQuerySet(models.QuerySet["Fact"]):
    """Facts."""

    def true_on(self, day: dt.date) -> "FactQuerySet":
        """Those that have not expired by `day`."""
        return self.filter(Q(expires_on__isnull=True) | Q(expires_on__gt=day))

    def expired_on(self, day: dt.date) -> "FactQuerySet":
        """Those that somebody has to confirm or drop."""
        return self.filter(expires_on__lte=day)


class Fact(Record):
    """One thing we learned about an advocate, as one program knows it.

    From `expires_on` on it counts as true no more, until somebody confirms it or drops it.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("About the person")
        WANTS = "wants", _("Wants now")
        AVOID = "avoid", _("What not to say")
        KNOW = "know", _("Good to know before writing")
        DATE = "date", _("A date")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="facts")
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices, default=Kind.PERSON)
    text = models.CharField(_("what we know"), max_length=500)
    on_date = models.DateField(_("the date"), null=True, blank=True)
    source = models.CharField(_("how we know"), max_length=200, blank=True)
    learned_on = models.DateField(_("learned on"))
    learned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    expires_on = models.DateField(_("true until"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("confirmed by")
    )

    objects = FactQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["membership", "kind", "-learned_on", "-id"]
        indexes = [
            models.Index(fields=["expires_on"], name="fact_expires", condition=Q(expires_on__isnull=False)),
            models.Index(fields=["on_date"], name="fact_dated", condition=Q(on_date__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="fact_says_something"),
            models.CheckConstraint(
                condition=~Q(source="") | Q(learned_by__isnull=False),
                name="fact_has_a_source",
                violation_error_message=_("Say how we know, or which of us learned it."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_on__gte=F("learned_on"), confirmed_by__isnull=False),
                name="fact_confirming_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("learned_on")),
                name="fact_expires_after_it_was_learned",
                violation_error_message=_("It cannot have been true until before it was learned."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="date") | Q(on_date__isnull=False), name="fact_date_has_its_day"
            ),
        ]

    def __str__(self) -> str:
        return self.text
