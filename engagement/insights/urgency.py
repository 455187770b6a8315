"""What slips first: the order in which people are shown, and how a few are chosen of many."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from engagement.models import Flag

Kind = Flag.Kind
FEW = 6  # people a day: what one can do well
ALIKE = 2  # of one kind, so that a hundred of one do not hide the other thirteen
LATE = 60  # days; being later than that does not make anything more urgent

# Whom we keep waiting, what we owe, what cannot be made good later, and then what is only getting long.
URGENCY: dict[str, int] = {
    Kind.UNANSWERED: 100,
    Kind.PROMISE_OVERDUE: 90,
    Kind.REQUEST_OVERDUE: 85,
    Kind.LOOK_AGAIN: 84,
    Kind.NOT_THANKED: 82,
    Kind.NOT_TOLD: 80,
    Kind.DECIDE_BY: 66,
    Kind.BIRTHDAY: 72,
    Kind.DATE_NEAR: 62,
    Kind.NEVER_SPOKEN: 60,
    Kind.NO_OWNER: 56,
    Kind.NO_ROLE: 52,
    Kind.NO_DATE: 50,
    Kind.ONLY_THEY: 48,
    Kind.UNDISCLOSED: 46,
    Kind.FIRST_WORD: 45,
    Kind.HAND_OVER: 42,
    Kind.STALE: 40,
    Kind.ONLY_WE: 34,
    Kind.FAREWELL: 32,
    Kind.ONLY_ONLINE: 30,
    Kind.ROTATION_DUE: 20,
    Kind.FACT_EXPIRED: 12,
}
NEARER: dict[tuple[str, int], int] = {
    (Kind.STALE, 2): 30,  # the longest interval has passed
    (Kind.ROTATION_DUE, 30): 30,
    (Kind.ROTATION_DUE, 7): 45,
}


def urgency(flag: Flag, day: dt.date) -> float:
    """Return how soon somebody should look at this: the higher the sooner."""
    late = min(max((day - flag.since).days, 0), LATE)
    return URGENCY[flag.kind] + NEARER.get((flag.kind, flag.threshold), 0) + late / LATE * 9


def by_member(flags: Iterable[Flag], day: dt.date) -> list[list[Flag]]:
    """Return the flags of each member, the most urgent first, of the most urgent member first."""
    ranked = sorted(flags, key=lambda flag: (-urgency(flag, day), flag.pk))
    members: dict[int, list[Flag]] = {}
    for flag in ranked:
        members.setdefault(flag.membership_id, []).append(flag)
    return list(members.values())


def a_few(members: Sequence[list[Flag]], count: int = FEW, quiet: int | None = None) -> list[list[Flag]]:
    """Choose `count` of `members`, at most `ALIKE` of one kind as long as there are others.

    `quiet` is the member who gives much and says little: they have the last place if they have none already.
    """
    kinds: Counter[str] = Counter()
    first: list[int] = []
    rest: list[int] = []
    for place, flags in enumerate(members):
        kinds[flags[0].kind] += 1
        (first if kinds[flags[0].kind] <= ALIKE else rest).append(place)
    places = sorted([*first, *rest][:count])
    theirs = next((place for place, flags in enumerate(members) if flags[0].membership_id == quiet), None)
    if theirs is not None and theirs not in places:
        places = [*places[: count - 1], theirs]
    return [members[place] for place in places]
