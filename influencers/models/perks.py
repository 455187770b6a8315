"""What an advocate can get."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Record, records
from influencers.models.programs import Program


class Perk(Record):
    """Something the program can give: a special, a review sample, early access, an invitation.

    `given` is counted by the database itself, with each `Grant`: see `influencers.perk_guards`.
    """

    class Kind(models.TextChoices):
        SPECIAL = "special", _("Special")
        SAMPLE = "sample", _("Review sample")
        EARLY_ACCESS = "early_access", _("Early access")
        INVITATION = "invitation", _("Invitation")

    program = models.ForeignKey(Program, models.CASCADE, related_name="perks")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    description = models.TextField(_("description"), max_length=2000, blank=True)
    value = models.DecimalField(
        _("value of one"), max_digits=10, decimal_places=2, default=0, validators=[MinValueValidator(0)]
    )
    stock = models.PositiveIntegerField(_("how many there are"), null=True, blank=True)
    given = models.PositiveIntegerField(_("given"), default=0, editable=False)
    once_per_person = models.BooleanField(_("once per person"), default=True)
    from_on = models.DateField(_("can be given from"), null=True, blank=True)
    until_on = models.DateField(_("can be given until"), null=True, blank=True)
    must_disclose = models.BooleanField(_("must be disclosed"), default=False)
    disclose_days = models.PositiveSmallIntegerField(
        _("days within which it is disclosed"), default=30, validators=[MinValueValidator(1)]
    )

    history = records(excluded_fields=["given"])

    class Meta:
        verbose_name = _("perk")
        verbose_name_plural = _("perks")
        ordering = ["program", "name"]
        constraints = [
            models.UniqueConstraint(fields=["program", "name"], name="perk_named_once"),
            models.CheckConstraint(
                condition=Q(stock__isnull=True) | Q(given__lte=F("stock")),
                name="perk_within_stock",
                violation_error_message=_("There are none left."),
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(from_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="perk_period_lasts",
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="perk_value_is_an_amount"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def left(self) -> int | None:
        """How many there are still; None where nobody counts."""
        return None if self.stock is None else self.stock - self.given
