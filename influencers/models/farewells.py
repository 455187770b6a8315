"""The guided way out: a farewell, its eight steps in their order, and the perks that end with it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Kept, Record, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class Farewell(Record):
    """The guided end of a membership. It is complete once every step was taken; then, and only then, the time ends."""

    class Cause(models.TextChoices):
        ROTATION = "rotation", _("Their term ends")
        THEIR_WISH = "their_wish", _("They want to stop")
        BREACH = "breach", _("A breach of what was agreed")
        DEATH = "death", _("They died")
        OTHER = "other", _("Another cause")

    class Door(models.TextChoices):
        OPEN = "open", _("Open")
        FROM = "from", _("Open from a date")
        CLOSED = "closed", _("Closed")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="farewells")
    cause = models.CharField(_("cause"), max_length=10, choices=Cause.choices)
    reason = models.TextField(_("why"), max_length=2000)
    their_words = models.TextField(_("how they said it"), max_length=2000, blank=True)
    what_happened = models.TextField(_("what happened"), max_length=4000, blank=True)
    second = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("the second person")
    )
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("begun by"))
    begun_on = models.DateField(_("begun on"))

    recap = models.TextField(_("what they gave, and what came of it"), max_length=20_000, blank=True)
    told_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("told by")
    )
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_how = models.CharField(_("told how"), max_length=300, blank=True)
    not_in_person = models.CharField(_("why not in person"), max_length=500, blank=True)
    condolence = models.TextField(_("our condolence"), max_length=4000, blank=True)
    what_stays = models.TextField(_("what stays"), max_length=2000, blank=True)
    alumni = models.BooleanField(_("they stay with us as alumni"), default=True)
    whom_to_call = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("whom they call")
    )
    door = models.CharField(_("the door"), max_length=6, choices=Door.choices, default=Door.OPEN)
    door_from = models.DateField(_("open from"), null=True, blank=True)
    door_why = models.CharField(_("why the door is not open"), max_length=500, blank=True)
    contact_on = models.DateField(_("first word as alumni"), null=True, blank=True)
    contact_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from whom")
    )
    completed_at = models.DateTimeField(_("completed"), null=True, blank=True)
    completed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("completed by")
    )

    history = records()

    class Meta:
        verbose_name = _("farewell")
        verbose_name_plural = _("farewells")
        ordering = ["-begun_on", "-id"]
        indexes = [
            models.Index(
                fields=["contact_on"],
                name="farewell_contact",
                condition=Q(completed_at__isnull=False, contact_on__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(completed_at__isnull=True)
                | (
                    Q(completed_by__isnull=False, told_by__isnull=False, told_on__isnull=False)
                    & ~Q(told_how="")
                    & ~Q(recap="")
                    & ~Q(what_stays="")
                ),
                name="farewell_is_whole",
                violation_error_message=_(
                    "A farewell is complete when they were told, thanked, and told what stays."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="farewell_says_why",
                violation_error_message=_("Say why, as you would say it to their face."),
            ),
            models.CheckConstraint(
                condition=~Q(cause="their_wish") | ~Q(their_words=""),
                name="farewell_by_wish_has_their_words",
                violation_error_message=_("They want to stop: write down how they said it."),
            ),
            models.CheckConstraint(
                condition=~Q(cause="breach") | (~Q(what_happened="") & Q(second__isnull=False)),
                name="farewell_after_a_breach_has_a_second",
                violation_error_message=_("After a breach, say what happened, and who looked at it with you."),
            ),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=models.F("begun_by")),
                name="farewell_second_is_another",
                violation_error_message=_("The second person is somebody other than who begins the farewell."),
            ),
            models.CheckConstraint(
                condition=Q(completed_at__isnull=True) | ~Q(cause="death") | ~Q(condolence=""),
                name="farewell_after_a_death_condoles",
                violation_error_message=_("Say to whom you sent your condolence, and how."),
            ),
            models.CheckConstraint(
                condition=Q(door="from", door_from__isnull=False) | (~Q(door="from") & Q(door_from__isnull=True)),
                name="farewell_door_has_its_date",
                violation_error_message=_("A door that opens from a date says from which."),
            ),
            models.CheckConstraint(
                condition=Q(door="open") | Q(completed_at__isnull=True) | ~Q(door_why=""),
                name="farewell_door_says_why",
                violation_error_message=_("Say why the door is not open, as you told them."),
            ),
            models.CheckConstraint(
                condition=Q(contact_on__isnull=True, contact_by__isnull=True)
                | Q(contact_on__isnull=False, contact_by__isnull=False),
                name="farewell_contact_is_whole",
                violation_error_message=_("Say on which day, and from whom."),
            ),
            models.CheckConstraint(
                condition=Q(completed_at__isnull=True) | Q(alumni=False) | Q(contact_on__isnull=False),
                name="farewell_of_alumni_plans_a_word",
                violation_error_message=_("Who stays as alumni hears from us again: say when, and from whom."),
            ),
            models.UniqueConstraint(
                fields=["membership"], condition=Q(completed_at__isnull=True), name="farewell_one_open"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.membership}: {self.get_cause_display()}"

    @property
    def is_of_a_death(self) -> bool:
        """Whether there is nobody left to tell and to thank."""
        return self.cause == self.Cause.DEATH

    def done(self) -> dict[str, "FarewellStep"]:
        """Return the steps that were taken, by name."""
        return {step.step: step for step in self.steps.select_related("done_by")}


class FarewellStep(Kept):
    """A step that was taken: by whom, when. The database lets none be taken before the one before it."""

    class Step(models.TextChoices):
        SETTLED = "settled", _("Nothing is left open")
        PERKS = "perks", _("Perks are wound down")
        RECAP = "recap", _("What they gave is written down")
        TOLD = "told", _("They are told personally")
        THANKS = "thanks", _("They are thanked")
        STAYS = "stays", _("What stays is said")
        DOOR = "door", _("The door is named")
        CONTACT = "contact", _("The first word as alumni is planned")

    farewell = models.ForeignKey(Farewell, models.CASCADE, related_name="steps")
    step = models.CharField(_("step"), max_length=8, choices=Step.choices)
    place = models.PositiveSmallIntegerField(editable=False)
    done_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("done by"))
    done_at = models.DateTimeField(_("done"))

    class Meta:
        verbose_name = _("step of a farewell")
        verbose_name_plural = _("steps of farewells")
        ordering = ["farewell", "place"]
        constraints = [
            models.UniqueConstraint(fields=["farewell", "step"], name="farewell_step_once"),
            models.CheckConstraint(
                condition=Q(*[Q(step=name, place=n) for n, name in enumerate((
                    "settled", "perks", "recap", "told", "thanks", "stays", "door", "contact",
                ), 1)], _connector=Q.OR),
                name="farewell_step_has_its_place",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.get_step_display())

    @classmethod
    def place_of(cls, step: str) -> int:
        """Return which step of the eight this is, counted from one."""
        return cls.Step.values.index(step) + 1


class PerkEnd(Record):
    """Until when somebody who leaves keeps something they were given; without a date it stays theirs."""

    farewell = models.ForeignKey(Farewell, models.CASCADE, related_name="perk_ends")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="perk_ends")
    grant = models.ForeignKey(
        "influencers.Grant", models.CASCADE, related_name="ends", verbose_name=_("what was given")
    )
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    history = records()

    class Meta:
        verbose_name = _("end of a perk")
        verbose_name_plural = _("ends of perks")
        ordering = ["farewell", "grant"]
        constraints = [models.UniqueConstraint(fields=["farewell", "grant"], name="perk_end_once")]

    def __str__(self) -> str:
        return f"{self.grant}: {self.ends_on or '–'}"
