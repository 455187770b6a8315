"""What we ask of advocates: a quote, a talk, a review. The record that we want something, never the words to them."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from engagement.models.touchpoints import Touchpoint
from influencers.models import Membership
from influencers.models.base import Record, records

THANK_WITHIN = 7  # days after they delivered


class State(models.TextChoices):
    """The life of an ask.

    asked → agreed → delivered → thanked; asked → declined; asked, agreed → withdrawn (we do not need it any more).
    """

    ASKED = "asked", pgettext_lazy("an ask", "Asked")
    AGREED = "agreed", pgettext_lazy("an ask", "Agreed")
    DECLINED = "declined", pgettext_lazy("an ask", "Declined")
    DELIVERED = "delivered", pgettext_lazy("an ask", "Delivered, not thanked")
    THANKED = "thanked", pgettext_lazy("an ask", "Thanked")
    WITHDRAWN = "withdrawn", pgettext_lazy("an ask", "Withdrawn")


OPEN = (State.ASKED, State.AGREED)
ANSWERED = (State.AGREED, State.DECLINED, State.DELIVERED, State.THANKED)
MOVES: dict[str, frozenset[str]] = {
    State.ASKED: frozenset({State.AGREED, State.DECLINED, State.WITHDRAWN}),
    State.AGREED: frozenset({State.DELIVERED, State.DECLINED, State.WITHDRAWN}),
    State.DELIVERED: frozenset({State.THANKED}),
    State.DECLINED: frozenset(),
    State.THANKED: frozenset(),
    State.WITHDRAWN: frozenset(),
}


class AskQuerySet(models.QuerySet["Ask"]):
    """Asks."""

    def open(self) -> "AskQuerySet":
        """Those they have not answered, or have said yes to and not delivered."""
        return self.filter(state__in=OPEN)

    def to_be_thanked(self) -> "AskQuerySet":
        """Those they delivered, and nobody thanked them for."""
        return self.filter(state=State.DELIVERED)

    def between_us(self) -> "AskQuerySet":
        """Those in which one of us owes something: they said yes to it, or did it and were not thanked."""
        return self.filter(state__in=(State.AGREED, State.DELIVERED))

    def counted(self) -> "AskQuerySet":
        """Those that weigh on somebody: all but the ones we took back. A no cost them something, too."""
        return self.exclude(state=State.WITHDRAWN)

    def wanted_between(self, first: dt.date, until: dt.date) -> "AskQuerySet":
        """Those wanted from `first` on, before `until`."""
        return self.filter(wanted_by__gte=first, wanted_by__lt=until)


class Ask(Record):
    """One thing we want of one advocate: asked, agreed or declined in their words, delivered, thanked."""

    State = State

    class Kind(models.TextChoices):
        QUOTE = "quote", _("A quote")
        TALK = "talk", _("A talk")
        REVIEW = "review", _("A review")
        REFERENCE = "reference", _("A reference call")
        CONTENT = "content", _("A film, a picture, a text")
        TEST = "test", _("A test of something new")
        OTHER = "other", _("Something else")

    class Department(models.TextChoices):
        MARKETING = "marketing", _("Marketing")
        SALES = "sales", _("Sales")
        PR = "pr", _("Press and public relations")
        PRODUCT = "product", _("Product")
        SUPPORT = "support", _("Support")
        EVENTS = "events", _("Events")
        PEOPLE = "people", _("Hiring")
        OTHER = "other", _("Another department")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="asks")
    kind = models.CharField(_("what kind"), max_length=9, choices=Kind.choices)
    words = models.TextField(_("what we want of them, and what for"), max_length=2000)
    department = models.CharField(
        _("department"), max_length=9, choices=Department.choices, default=Department.MARKETING
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who wants it")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="asks", verbose_name=_("who sees to it")
    )
    asked_on = models.DateField(_("on record since"))
    asked_in = models.ForeignKey(
        Touchpoint, models.SET_NULL, null=True, blank=True, related_name="asks", verbose_name=_("asked in")
    )
    wanted_by = models.DateField(_("wanted by"))
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.ASKED)
    their_words = models.TextField(_("what they said"), max_length=2000, blank=True)
    answered_on = models.DateField(_("they answered on"), null=True, blank=True)
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    link = models.URLField(_("where it can be seen"), max_length=500, blank=True)
    thanked_in = models.ForeignKey(
        Touchpoint, models.PROTECT, null=True, blank=True, related_name="thanks", verbose_name=_("thanked in")
    )
    withdrawn_because = models.CharField(_("why we took it back"), max_length=500, blank=True)
    over_cap_because = models.CharField(_("why one more this quarter"), max_length=500, blank=True)
    collides_because = models.CharField(_("why beside the other ask"), max_length=500, blank=True)

    objects = AskQuerySet.as_manager()
    history = records()

    class Meta:
        verbose_name = _("ask")
        verbose_name_plural = _("asks")
        ordering = ["wanted_by", "id"]
        indexes = [
            models.Index(fields=["membership", "wanted_by"], name="ask_by_member"),
            models.Index(fields=["owner", "wanted_by"], name="ask_by_owner", condition=Q(state__in=OPEN)),
            models.Index(fields=["wanted_by", "id"], name="ask_by_day"),
            models.Index(fields=["delivered_on"], name="ask_not_thanked", condition=Q(state="delivered")),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="ask_says_what"),
            models.CheckConstraint(
                condition=Q(
                    state__in=["agreed", "declined", "delivered", "thanked"], answered_on__isnull=False
                )
                | Q(state="asked", answered_on__isnull=True)
                | Q(state="withdrawn"),
                name="ask_answer_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(their_words=""),
                name="ask_no_in_their_words",
                violation_error_message=_("A no is kept in their words."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["delivered", "thanked"], delivered_on__isnull=False)
                | (~Q(state__in=["delivered", "thanked"]) & Q(delivered_on__isnull=True)),
                name="ask_delivery_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="thanked", thanked_in__isnull=False)
                | (~Q(state="thanked") & Q(thanked_in__isnull=True)),
                name="ask_thanked_by_a_touchpoint",
                violation_error_message=_("They are thanked by a message, a call or a gift of ours."),
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn") & ~Q(withdrawn_because=""))
                | (~Q(state="withdrawn") & Q(withdrawn_because="")),
                name="ask_withdrawn_says_why",
                violation_error_message=_("Say why we do not need it any more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words[:80]}"

    @property
    def is_open(self) -> bool:
        """Whether they still have to answer or to deliver."""
        return self.state in OPEN

    def may_become(self, state: str) -> bool:
        """Tell whether the life of an ask allows this step."""
        return state in MOVES[self.state]


def quarter_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first day of the calendar quarter that `day` lies in, and the first day after it."""
    month = (day.month - 1) // 3 * 3 + 1
    ends = dt.date(day.year + 1, 1, 1) if month == 10 else dt.date(day.year, month + 3, 1)
    return dt.date(day.year, month, 1), ends
