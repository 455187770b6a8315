"""What advocates ask of us: open with owner and date, or decided with a reason and answered; never just dropped."""

import datetime as dt

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from engagement.models.request_rules import CONSTRAINTS
from engagement.models.touchpoints import Touchpoint
from influencers.models import Grant, Membership
from influencers.models.base import Record, records

OVER = ("answered", "withdrawn")


class AdvocateRequestQuerySet(models.QuerySet["AdvocateRequest"]):
    """Requests of advocates."""

    def waiting(self) -> "AdvocateRequestQuerySet":
        """Those open, or decided and not answered."""
        return self.exclude(state__in=OVER)

    def undecided(self) -> "AdvocateRequestQuerySet":
        """Those nobody has decided; a proposal that waits for a second person is not a decision."""
        return self.filter(state__in=[AdvocateRequest.State.OPEN, AdvocateRequest.State.PROPOSED])

    def overdue_on(self, day: dt.date) -> "AdvocateRequestQuerySet":
        """Waiting ones whose day has passed."""
        return self.waiting().filter(overdue_from__lte=day)

    def back_on(self, day: dt.date) -> "AdvocateRequestQuerySet":
        """Those put off, and told so, whose day to look again has come and which nobody has taken up."""
        deferred = self.filter(decision=AdvocateRequest.Decision.DEFER, state=AdvocateRequest.State.ANSWERED)
        return deferred.filter(look_again_on__lte=day, taken_up_as__isnull=True)

    def complaints(self) -> "AdvocateRequestQuerySet":
        """Something is wrong for them: support, or a complaint."""
        return self.filter(category__in=AdvocateRequest.COMPLAINTS)


class AdvocateRequest(Record):
    """One request: asked, assessed for need, decided with a reason, answered personally.

    open → (proposed →) decided → answered. A proposal goes back to open if the second person says no. What nobody
    wants any more, or was noted by mistake, is withdrawn with the reason. No row is deleted; erasing a person is the
    one exception (`being_erased`).
    """

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PROPOSED = "proposed", _("Proposed, a second person decides")
        DECIDED = "decided", _("Decided, not answered")
        ANSWERED = "answered", _("Answered")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Decision(models.TextChoices):
        GRANT = "grant", _("Grant")
        PART = "part", _("Grant in part")
        DECLINE = "decline", _("Decline")
        DEFER = "defer", _("Look at it again later")

    class Category(models.TextChoices):
        PRODUCT = "product", _("Product")
        SUPPORT = "support", _("Support")
        COMPLAINT = "complaint", _("Complaint")
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

    class Warned(models.TextChoices):
        UNLIKE = "unlike", _("A like case was decided otherwise")
        TOO_MUCH = "too_much", _("Much is given for little need")
        TOO_LITTLE = "too_little", _("Great need gets nothing")

    COMPLAINTS = (Category.SUPPORT, Category.COMPLAINT)

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="requests")
    words = models.TextField(_("what they ask, in their words"), max_length=4000)
    category = models.CharField(
        _("category"), max_length=12, choices=Category.choices, default=Category.OTHER
    )
    asked_on = models.DateField(_("asked on"))
    asked_in = models.ForeignKey(
        Touchpoint, models.SET_NULL, null=True, blank=True, related_name="requests", verbose_name=_("asked in")
    )  # fmt: skip
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="requests", verbose_name=_("who sees to it")
    )
    due_on = models.DateField(_("decide by"))
    overdue_from = models.DateField(editable=False)
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.OPEN)
    follows = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="taken_up_as",
        verbose_name=_("was put off as"),
    )  # fmt: skip

    need = models.TextField(_("the need behind it"), max_length=2000, blank=True)
    impact = models.PositiveSmallIntegerField(_("impact"), choices=Level.choices, null=True, blank=True)
    urgency = models.PositiveSmallIntegerField(_("urgency"), choices=Level.choices, null=True, blank=True)
    # 1 to 9, by the database itself: nobody picks it. None until the need was assessed.
    rank = models.GeneratedField(
        expression=F("impact") * F("urgency"),
        output_field=models.PositiveSmallIntegerField(null=True),
        db_persist=True, null=True, verbose_name=_("rank of the need"),
    )  # fmt: skip
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("assessed by"),
    )  # fmt: skip
    assessed_at = models.DateTimeField(_("assessed"), null=True, blank=True)
    assessed_again_because = models.CharField(_("why it was assessed again"), max_length=500, blank=True)

    decision = models.CharField(_("decision"), max_length=7, choices=Decision.choices, blank=True)
    reason = models.TextField(_("why"), max_length=2000, blank=True)
    instead = models.TextField(_("what we can do instead"), max_length=2000, blank=True)
    value = models.DecimalField(
        _("worth of what is given"), max_digits=10, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    warned_of = models.CharField(_("warned of"), max_length=40, blank=True, editable=False)
    unlike = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False,
        verbose_name=_("the like case that was decided otherwise"),
    )  # fmt: skip
    despite = models.CharField(_("why it is right all the same"), max_length=1000, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("proposed by"),
    )  # fmt: skip
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)
    answered_in = models.ForeignKey(
        Touchpoint, models.PROTECT, null=True, blank=True, related_name="answers",
        verbose_name=_("answered in"),
    )  # fmt: skip
    grant = models.ForeignKey(
        Grant, models.SET_NULL, null=True, blank=True, related_name="requests", verbose_name=_("what was given")
    )  # fmt: skip
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("taken back by"),
    )  # fmt: skip
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    withdrawn_because = models.CharField(_("why it was taken back"), max_length=500, blank=True)
    being_erased = models.BooleanField(default=False, editable=False)

    objects = AdvocateRequestQuerySet.as_manager()
    history = records(excluded_fields=["overdue_from", "rank", "being_erased"])

    class Meta:
        verbose_name = _("request")
        verbose_name_plural = _("requests")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["membership", "state", "due_on"], name="request_by_member"),
            models.Index(fields=["overdue_from"], name="request_overdue", condition=~Q(state__in=OVER)),
            models.Index(fields=["owner", "due_on"], name="request_by_owner", condition=~Q(state__in=OVER)),
            models.Index(fields=["look_again_on"], name="request_back", condition=Q(decision="defer")),
        ]
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def is_assessed(self) -> bool:
        """Whether somebody weighed the need. Before that nothing about loudness or reach is shown."""
        return self.assessed_at is not None

    @property
    def warnings(self) -> list[str]:
        """What was warned of when it was decided, as codes."""
        return self.warned_of.split(",") if self.warned_of else []

    @property
    def warnings_said(self) -> str:
        """What was warned of, in words."""
        return " · ".join(str(AdvocateRequest.Warned(code).label) for code in self.warnings)
