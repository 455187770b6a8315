"""How many relationships a team can hold: its people, the hours they have, and what the cadence asks of them."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from influencers.models import Membership, Post, Program

WEEK = 7


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a team has and what its relationships take, in minutes a week."""

    people: int  # colleagues who write
    minutes: int  # they have
    held: int  # relationships that are tended
    spent: float  # minutes these take
    one_more: float  # minutes of one more at the program's cadence
    places: int | None  # agreed on; None: no limit of its own

    @property
    def holds(self) -> int:
        """How many relationships the hours are enough for; fewer than are held where they are not."""
        return max(0, self.held + int((self.minutes - self.spent) // self.one_more))

    @property
    def limit(self) -> int:
        """What counts: the hours, or the places agreed on where these are fewer."""
        return self.holds if self.places is None else min(self.holds, self.places)

    @property
    def free(self) -> int:
        """How many more can be held; below nothing where there are too many."""
        return self.limit - self.held

    @property
    def hours(self) -> float:
        """Hours a week the team has."""
        return round(self.minutes / 60, 1)

    @property
    def hours_spent(self) -> float:
        """Hours a week its relationships take."""
        return round(self.spent / 60, 1)

    @property
    def share(self) -> int:
        """How much of the hours is taken, in percent, 100 at the most."""
        return min(100, round(self.spent / self.minutes * 100)) if self.minutes else 100


def capacity(program: Program) -> Capacity:
    """Return the capacity of a program's team, in two statements."""
    people = Post.objects.filter(program=program, role__in=Post.WRITING, user__is_active=True).count()
    every = Coalesce("ideal_days", "tier__ideal_days", "program__ideal_days")
    rows = Membership.objects.filter(program=program).tended().order_by()
    cadences = dict(rows.annotate(every=every).values_list("every").annotate(n=Count("pk")))
    return Capacity(
        people=people,
        minutes=people * program.hours_week * 60,
        held=sum(cadences.values()),
        spent=sum(minutes_a_week(program, days) * count for days, count in cadences.items()),
        one_more=minutes_a_week(program, program.ideal_days),
        places=program.capacity,
    )


def minutes_a_week(program: Program, every: int) -> float:
    """Return what somebody takes who hears from us every so many days, and live as often as the program says."""
    touches, live = WEEK / every, WEEK / program.live_days
    written = max(0.0, touches - live)
    return program.follow_minutes + written * program.message_minutes + live * conversation_minutes(program)


def conversation_minutes(program: Program) -> float:
    """Return what a conversation takes on average: calls, meetings and lunches as the program mixes them."""
    meetings, lunches = program.meetings_of_ten, program.lunches_of_ten
    calls = 10 - meetings - lunches
    return (
        calls * program.call_minutes + meetings * program.meeting_minutes + lunches * program.lunch_minutes
    ) / 10


def warning(program: Program) -> str:
    """Return the sentence that is said before one more is taken in; nothing while there is room."""
    now = capacity(program)
    if now.free > 0:
        return ""
    if now.places is not None and now.places <= now.holds:
        return _(
            "All %(places)d places are taken: the program has %(held)d people. Let somebody rotate out first, or put "
            "them on the waiting list."
        ) % {"places": now.places, "held": now.held}
    return _(
        "This team can hold %(holds)d relationships at its cadence and has %(held)d. One more takes %(minutes)d "
        "minutes a week that nobody has: let somebody rotate out first, or put them on the waiting list."
    ) % {"holds": now.holds, "held": now.held, "minutes": round(now.one_more)}
