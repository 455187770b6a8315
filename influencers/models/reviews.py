"""The meeting in which it is decided what follows the terms that end in a period."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.programs import Program
from influencers.models.staff import User


class RotationReview(Record):
    """A session for a period. It is closed when everybody in it has a released decision and somebody to tell them."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="reviews", verbose_name=_("program"))
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), help_text=_("The first day that is not in it."))
    begun_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("begun by")
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )

    history = records()

    class Meta:
        verbose_name = _("rotation review")
        verbose_name_plural = _("rotation reviews")
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")),
                name="review_period_lasts",
                violation_error_message=_("A period ends after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="review_closing_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("engagement:review", args=[self.program.slug, self.pk])
