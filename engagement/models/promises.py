"""Something we, or they, said they would do, with a date."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from engagement.models.touchpoints import Touchpoint
from influencers.models import Membership
from influencers.models.base import Record, records


class PromiseQuerySet(models.QuerySet["Promise"]):
    """Promises."""

    def open(self) -> "PromiseQuerySet":
        """Those neither kept nor broken."""
        return self.filter(state=Promise.State.OPEN)

    def ours(self) -> "PromiseQuerySet":
        """Those that we made."""
        return self.filter(made_by=Promise.By.US)

    def overdue_on(self, day: dt.date) -> "PromiseQuerySet":
        """Open ones whose day has passed."""
        return self.open().filter(overdue_from__lte=day)


class Promise(Record):
    """A promise to or from an advocate. Open, then kept or broken; a broken one says how it was made good."""

    class By(models.TextChoices):
        US = "us", _("We promised")
        THEM = "them", _("They promised")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        KEPT = "kept", _("Kept")
        BROKEN = "broken", _("Broken")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="promises")
    made_by = models.CharField(_("who promised"), max_length=4, choices=By.choices, default=By.US)
    text = models.CharField(_("what"), max_length=300)
    due_on = models.DateField(pgettext_lazy("a date", "by"))
    overdue_from = models.DateField(editable=False)  # the first day on which it is late, working days counted
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="promises", verbose_name=_("who sees to it")
    )
    made_in = models.ForeignKey(
        Touchpoint, models.SET_NULL, null=True, blank=True, related_name="promises", verbose_name=_("made in")
    )
    state = models.CharField(_("state"), max_length=6, choices=State.choices, default=State.OPEN)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_good = models.CharField(_("how it was made good"), max_length=500, blank=True)

    objects = PromiseQuerySet.as_manager()
    history = records(excluded_fields=["overdue_from"])

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["membership", "state", "due_on"], name="promise_by_member"),
            models.Index(fields=["overdue_from"], name="promise_overdue", condition=Q(state="open")),
            models.Index(fields=["owner", "due_on"], name="promise_by_owner", condition=Q(state="open")),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="promise_says_what"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True, settled_by__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="promise_settling_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state="broken") | ~Q(made_good=""),
                name="promise_broken_is_made_good",
                violation_error_message=_("Say how the broken promise was made good."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
