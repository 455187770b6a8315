"""What a farewell rests on: what is still open, and which touchpoints can be named for telling and thanking."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.models import AdvocateRequest, Ask, FarewellWord, Promise, Touchpoint
from engagement.models.messages import Standing, Verdict
from engagement.models.touchpoints import LIVE, Direction
from influencers import clock
from influencers.models import Farewell

What = FarewellWord.What
BEFORE = dt.timedelta(
    days=60
)  # what was said earlier than this before the farewell began was about something else
FEW = 12


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What is between us and somebody who leaves, and neither settled nor handed over."""

    promises: Sequence[Promise] = ()
    wishes: Sequence[AdvocateRequest] = ()
    asks: Sequence[Ask] = ()

    @property
    def count(self) -> int:
        """How many things these are."""
        return len(self.promises) + len(self.wishes) + len(self.asks)


def left_open(farewell: Farewell) -> LeftOpen:
    """Return what nobody has settled or handed over. Three statements."""
    member = farewell.membership_id
    not_carried = Q(carried__isnull=True) | ~Q(carried__farewell=farewell)
    promises = Promise.objects.filter(not_carried, membership=member).open().select_related("owner")
    wishes = AdvocateRequest.objects.filter(not_carried, membership=member).waiting().select_related("owner")
    asks = Ask.objects.filter(not_carried, membership=member).between_us().select_related("owner")
    return LeftOpen(list(promises), list(wishes), list(asks))


def may_be_named(farewell: Farewell, what: str) -> QuerySet[Touchpoint]:
    """Return the touchpoints with this person that can be named: live ones, or messages that passed the check."""
    since = clock.start_of(farewell.begun_on - BEFORE, farewell.membership.program.time_zone)
    rows = Touchpoint.objects.filter(happened_at__gte=since).order_by("-happened_at", "-pk")
    if what == What.TOLD:
        return rows.filter(participations__membership=farewell.membership_id, kind__in=LIVE)
    personal = Q(verdict__in=(Verdict.PASS, Verdict.WARN)) | Q(vouched_by__isnull=False)
    return rows.filter(
        personal, recipient=farewell.membership_id, direction=Direction.OUT,
        standing__in=(Standing.SENT, Standing.ELSEWHERE),
    )  # fmt: skip


def choices(farewell: Farewell, what: str) -> Sequence[Touchpoint]:
    """Return the latest of those that can be named; a thank-you only from the telling on."""
    rows = may_be_named(farewell, what)
    told = farewell.words.filter(what=What.TOLD).select_related("touchpoint").first()
    if what == What.THANKS and told is not None:
        rows = rows.filter(happened_at__gte=told.touchpoint.happened_at)
    return list(rows.select_related("logged_by", "author")[:FEW])


def amiss(farewell: Farewell, what: str, touchpoint: Touchpoint) -> str | LazyText:
    """Say why this touchpoint cannot be named; "" if it can."""
    if what == What.TOLD and farewell.not_in_person == "" and touchpoint.kind not in LIVE:
        return _("A message alone is not telling. Name a call, a lunch, a meeting or an event.")
    if what == What.TOLD and not touchpoint.participations.filter(membership=farewell.membership_id).exists():
        return _("This was with somebody else.")
    if touchpoint.happened_at < _earliest(farewell):
        return _("This was long before it was decided. Name the one in which they heard it.")
    other = {word.what: word.touchpoint for word in farewell.words.select_related("touchpoint")}
    told = touchpoint if what == What.TOLD else other.get(What.TOLD)
    thanks = touchpoint if what == What.THANKS else other.get(What.THANKS)
    if told and thanks and thanks.happened_at < told.happened_at:
        return _(
            "They hear it personally before anything is written: this thank-you went out before they were told."
        )
    return _amiss_in_thanks(farewell, touchpoint) if what == What.THANKS else ""


def _amiss_in_thanks(farewell: Farewell, touchpoint: Touchpoint) -> str | LazyText:
    if touchpoint.recipient_id != farewell.membership_id or touchpoint.direction != Direction.OUT:
        return _("A thank-you is a message of ours to this person.")
    if touchpoint.standing == Standing.HELD:
        return _(
            "This message is held by the personal check. Write it for this person, or have somebody vouch for it."
        )
    if touchpoint.verdict == Verdict.BLOCK and touchpoint.vouched_by_id is None:
        return _("The personal check found this canned. Write a thank-you that only they could get.")
    if touchpoint.standing not in (Standing.SENT, Standing.ELSEWHERE):
        return _("A thank-you has passed the personal check. This one was never read by it.")
    return ""


def _earliest(farewell: Farewell) -> dt.datetime:
    """Return from when on a word can have been about the end."""
    return clock.start_of(farewell.begun_on - BEFORE, farewell.membership.program.time_zone)
