"""What advocates ask of us: open with owner and date, or decided with a reason and answered; never just dropped."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagement.models.touchpoints import Touchpoint
from influencers.models import Grant, Membership
from influencers.models.base import Record, records


class AdvocateRequestQuerySet(models.QuerySet["AdvocateRequest"]):
    """Requests of advocates."""

    def waiting(self) -> "AdvocateRequestQuerySet":
        """Those open, or decided and not answered."""
        return self.exclude(state=AdvocateRequest.State.ANSWERED)

    def undecided(self) -> "AdvocateRequestQuerySet":
        """Those nobody has decided."""
        return self.filter(state=AdvocateRequest.State.OPEN)

    def overdue_on(self, day: dt.date) -> "AdvocateRequestQuerySet":
        """Waiting ones whose day has passed."""
        return self.waiting().filter(overdue_from__lte=day)


class AdvocateRequest(Record):
    """One request: asked, assessed for need, decided with a reason, answered personally."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        DECIDED = "decided", _("Decided, not answered")
        ANSWERED = "answered", _("Answered")

    class Decision(models.TextChoices):
        GRANT = "grant", _("Grant")
        PART = "part", _("Grant in part")
        DECLINE = "decline", _("Decline")
        DEFER = "defer", _("Look at it again later")

    class Category(models.TextChoices):
        PRODUCT = "product", _("Product")
        SUPPORT = "support", _("Support")
        ACCESS = "access", _("Early access")
        MATERIAL = "material", _("Material")
        MONEY = "money", _("Money")
        INTRODUCTION = "introduction", _("Introduction")
        STAGE = "stage", _("A stage")
        OTHER = "other", _("Something else")

    class Level(models.IntegerChoices):
        LOW = 1, _("Low")
        MEDIUM = 2, _("Medium")
        HIGH = 3, _("High")

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="requests")
    words = models.TextField(_("what they ask, in their words"), max_length=4000)
    need = models.TextField(_("the need behind it"), max_length=2000, blank=True)
    category = models.CharField(
        _("category"), max_length=12, choices=Category.choices, default=Category.OTHER
    )
    impact = models.PositiveSmallIntegerField(_("impact"), choices=Level.choices, null=True, blank=True)
    urgency = models.PositiveSmallIntegerField(_("urgency"), choices=Level.choices, null=True, blank=True)
    asked_on = models.DateField(_("asked on"))
    asked_in = models.ForeignKey(
        Touchpoint,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="requests",
        verbose_name=_("asked in"),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="requests", verbose_name=_("who sees to it")
    )
    due_on = models.DateField(_("decide by"))
    overdue_from = models.DateField(editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    decision = models.CharField(_("decision"), max_length=7, choices=Decision.choices, blank=True)
    reason = models.TextField(_("why"), max_length=2000, blank=True)
    instead = models.TextField(_("what we can do instead"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)
    answered_in = models.ForeignKey(
        Touchpoint,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("answered in"),
    )
    grant = models.ForeignKey(Grant, models.SET_NULL, null=True, blank=True, related_name="requests")

    objects = AdvocateRequestQuerySet.as_manager()
    history = records(excluded_fields=["overdue_from"])

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["membership", "state", "due_on"], name="request_by_member"),
            models.Index(fields=["overdue_from"], name="request_overdue", condition=~Q(state="answered")),
            models.Index(fields=["owner", "due_on"], name="request_by_owner", condition=~Q(state="answered")),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="request_says_what"),
            models.CheckConstraint(
                condition=Q(
                    state="open", decision="", reason="", decided_by__isnull=True, decided_at__isnull=True
                )
                | (
                    Q(state__in=["decided", "answered"], decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decision="")
                    & ~Q(reason="")
                ),
                name="request_decision_is_whole",
                violation_error_message=_("A decision says what, why and who."),
            ),
            models.CheckConstraint(
                condition=Q(state="answered", answered_in__isnull=False)
                | (~Q(state="answered") & Q(answered_in__isnull=True)),
                name="request_answered_by_a_touchpoint",
                violation_error_message=_("A request is answered by a message or a call that told them."),
            ),
            models.CheckConstraint(
                condition=~Q(decision="defer") | Q(look_again_on__isnull=False),
                name="request_deferred_has_a_date",
                violation_error_message=_("Say when you look at it again."),
            ),
            models.CheckConstraint(
                condition=~Q(decision="decline") | ~Q(instead=""),
                name="request_declined_offers_something",
                violation_error_message=_("Say what simple thing we can do instead."),
            ),
        ]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def rank(self) -> int | None:
        """Impact times urgency, 1 to 9: derived, never picked. None until both were assessed."""
        if self.impact is None or self.urgency is None:
            return None
        return self.impact * self.urgency
