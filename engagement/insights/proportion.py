"""Whether what somebody gets is in proportion to what they need. Plain figures: no loudness, no reach, no names.

Two short scales are laid beside each other. *How much was given* (0 to 3) follows from the decision and its value,
*how much is needed* (1 to 3) from impact times urgency. An answer is out of proportion when little need gets two steps
more than it weighs, or when great need gets nothing. One step either way is judgment, and stays unremarked.
"""

from decimal import Decimal
from typing import Final

NOTHING, SOMETHING, MUCH, VERY_MUCH = 0, 1, 2, 3
LITTLE, SOME, GREAT = 1, 2, 3
LARGE: Final = Decimal(500)  # where a program has not said from which amount on something is large
_BASE: Final = {"grant": MUCH, "part": SOMETHING}


def response_level(decision: str, value: Decimal | float = 0, *, large: Decimal | float = LARGE) -> int:
    """Return how much a decision gives, 0 to 3.

    0: declined, put off, or not decided. What we offer instead is a courtesy that everybody gets, so it does not count.
    1: a part of what was asked; 2: all of it, or a part that is worth more than `large`; 3: all of it, worth more than
    `large`, the amount above which the program asks for a second look. What costs nothing, an introduction or a stage,
    is given in full or in part all the same, so a value of 0 does not make an answer smaller.
    """
    given = _BASE.get(decision, NOTHING)
    return given + (given > NOTHING and value > large)


def need_level(impact: int | None, urgency: int | None) -> int | None:
    """Return how much is needed: 1 for ranks 1 and 2, 2 for 3 and 4, 3 for 6 and 9; None where nobody assessed it.

    The rank is impact times urgency, each 1 to 3. Something that is low in one and at most medium in the other is
    little; what is high in one and at least medium in the other is great.
    """
    if impact is None or urgency is None:
        return None
    rank = impact * urgency
    return LITTLE if rank <= 2 else SOME if rank <= 4 else GREAT


def too_much(response: int, need: int) -> bool:
    """Tell whether that is two steps more than the need weighs."""
    return response - need >= 2


def too_little(response: int, need: int) -> bool:
    """Tell whether great need gets nothing."""
    return need == GREAT and response == NOTHING


def unlike(response: int, other: int) -> bool:
    """Tell whether two answers to like cases differ: one got nothing and the other something, or two steps apart."""
    return (response == NOTHING) != (other == NOTHING) or abs(response - other) >= 2
