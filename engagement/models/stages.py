"""Putting somebody forward: for a talk, a panel, a quote in the press. What had been checked by then is kept."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models import Membership
from influencers.models.base import Record, records


class PutForwardQuerySet(models.QuerySet["PutForward"]):
    """Who was put forward."""

    def standing(self) -> "PutForwardQuerySet":
        """Those that nobody called off."""
        return self.filter(called_off_on__isnull=True)


class PutForward(Record):
    """That somebody was put forward, where and when, by whom, and what nobody had checked at that time.

    `unchecked` names the checks that were open, with commas between them: then `despite` says why all the same.
    """

    class Kind(models.TextChoices):
        TALK = "talk", _("A talk")
        PANEL = "panel", _("A panel")
        PRESS = "press", _("A quote in the press")

    class Check(models.TextChoices):
        MET = "met", _("Met in person")
        VOUCHED = "vouched", _("A vouch that was checked")
        PERSON = "person", _("Who they are when you meet them is written")
        PERSONA = "persona", _("What they show online is written")
        DISCLOSED = "disclosed", _("What they were given is disclosed")
        COMPLAINTS = "complaints", _("No complaint is open")
        FACTS = "facts", _("What we know is confirmed")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="put_forward")
    kind = models.CharField(_("for what"), max_length=5, choices=Kind.choices)
    where = models.CharField(_("where"), max_length=200)
    on = models.DateField(_("when"))
    put_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("put forward by")
    )
    put_on = models.DateField(_("put forward on"))
    unchecked = models.CharField(_("not checked"), max_length=200, blank=True)
    despite = models.CharField(_("why all the same"), max_length=500, blank=True)
    called_off_on = models.DateField(_("called off on"), null=True, blank=True)
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("called off by"),
    )  # fmt: skip
    called_off_because = models.CharField(_("why it was called off"), max_length=500, blank=True)

    objects = PutForwardQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("putting forward")
        verbose_name_plural = _("people put forward")
        ordering = ["-put_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(where=""), name="put_forward_says_where", violation_error_message=_("Say where.")
            ),
            models.CheckConstraint(
                condition=Q(unchecked="") | ~Q(despite=""),
                name="put_forward_unchecked_has_its_sentence",
                violation_error_message=_("Say why all the same: not everything has been checked."),
            ),
            models.CheckConstraint(
                condition=Q(called_off_on__isnull=True, called_off_by__isnull=True, called_off_because="")
                | (Q(called_off_on__isnull=False, called_off_by__isnull=False) & ~Q(called_off_because="")),
                name="put_forward_calling_off_is_whole",
                violation_error_message=_("Say why it is called off."),
            ),
            models.UniqueConstraint(
                fields=["membership", "kind", "where", "on"],
                condition=Q(called_off_on__isnull=True),
                name="put_forward_once",
                violation_error_message=_("They were put forward for this already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership.advocate}: {self.get_kind_display()}, {self.where}"

    @property
    def open_checks(self) -> list[str]:
        """What nobody had checked, in words."""
        return [str(self.Check(code).label) for code in self.unchecked.split(",") if code]
