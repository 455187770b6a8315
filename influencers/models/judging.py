"""How a program judges what it is asked for: what each level of need means, and who decides what is large."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

EXAMPLES: Final[dict[str, "StrOrPromise"]] = {
    "impact_low": _("It would be nice. Their work goes on without it."),
    "impact_medium": _("They can do the work, with a detour: more time, more cost, a worse result."),
    "impact_high": _("They cannot do what they agreed to, or lose money or face."),
    "urgency_low": _("Any time this quarter. Nothing is lost by waiting."),
    "urgency_medium": _("Within weeks. There is a date, and some slack before it."),
    "urgency_high": _("Within days. After that it is of no use to them."),
}
_STEPS: Final = {1: "low", 2: "medium", 3: "high"}


def example_field(label: "StrOrPromise") -> "models.CharField[str, str]":
    """Return a field for what a level means here. Left empty, our own example stands."""
    return models.CharField(label, max_length=300, blank=True)


class Judging(models.Model):
    """The part of a program's settings that requests are judged by."""

    class LargeBy(models.TextChoices):
        MANAGERS = "managers", _("Any manager or admin")
        ADMINS = "admins", _("An admin of the program")
        NAMED = "named", _("One colleague, named here")
        SECOND = "second", _("Two people: one proposes, another one decides")

    impact_low = example_field(_("impact is low when"))
    impact_medium = example_field(_("impact is medium when"))
    impact_high = example_field(_("impact is high when"))
    urgency_low = example_field(_("urgency is low when"))
    urgency_medium = example_field(_("urgency is medium when"))
    urgency_high = example_field(_("urgency is high when"))
    large_value = models.DecimalField(
        _("what is given is large above this value"),
        max_digits=10, decimal_places=2, default=Decimal(500), validators=[MinValueValidator(0)],
    )  # fmt: skip
    large_by = models.CharField(
        _("who decides what is large"), max_length=8, choices=LargeBy.choices, default=LargeBy.MANAGERS
    )
    large_decider = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("the colleague named"),
    )  # fmt: skip

    class Meta:
        abstract = True

    def example(self, scale: str, level: int) -> str:
        """Return what a level (1 to 3) of `impact` or `urgency` means here."""
        name = f"{scale}_{_STEPS[level]}"
        return getattr(self, name) or str(EXAMPLES[name])


JUDGING_CONSTRAINTS = [
    models.CheckConstraint(
        condition=~Q(large_by="named") | Q(large_decider__isnull=False),
        name="program_names_who_decides",
        violation_error_message=_("Name the colleague who decides what is large."),
    ),
    models.CheckConstraint(condition=Q(large_value__gte=0), name="program_large_value_is_an_amount"),
]
