"""What the regression says, in two sentences that somebody understands who never heard of one."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from engagement.insights.fairness.decisions import Decided
from engagement.insights.fairness.plots import Whisker, whisker

if TYPE_CHECKING:  # numpy comes with it
    from engagement.insights.fairness.regression import Estimate, Explained

ENOUGH_DECISIONS, ENOUGH_PEOPLE = 40, 15  # fewer, and chance alone would tell a story
LABELS: dict[str, LazyText] = {
    "need": gettext_lazy("Assessed need"),
    "loudness": gettext_lazy("Loudness"),
    "followers": gettext_lazy("Followers"),
    "rest": gettext_lazy("None of these"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One cause: its share in percent with the interval, its effect, and the drawing of it."""

    name: str
    label: str
    share: int
    low: int
    high: int
    effect: float | None
    effect_low: float | None
    effect_high: float | None
    drawn: Whisker


@dataclass(frozen=True, slots=True)
class Findings:
    """Two sentences, the lines behind them, and a tone. Without lines there was too little to go by."""

    first: str
    second: str
    tone: str
    lines: tuple[Line, ...] = ()


def findings(decided: Decided) -> Findings:
    """Return what decided who got what in these decisions; that it cannot be said, where it cannot."""
    if len(decided) < ENOUGH_DECISIONS or decided.people < ENOUGH_PEOPLE:
        said = _(
            "Too few decisions to say: %(count)d about %(people)d people. "
            "From %(enough)d about %(enough_people)d on there is something to compute."
        )
        words = {
            "count": len(decided),
            "people": decided.people,
            "enough": ENOUGH_DECISIONS,
            "enough_people": ENOUGH_PEOPLE,
        }
        return Findings(
            said % words, _("Read the list of what was decided after pressure instead."), "neutral"
        )
    if len(set(decided.response)) == 1:
        return Findings(
            _("Everybody got the same answer, so nothing explains a difference: there is none."),
            "",
            "neutral",
        )
    # Only this page pays for numpy, and only where there is something to compute: see the module. A few milliseconds
    # of work are not worth a thread for each processor, with the memory that each of them takes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from engagement.insights.fairness.regression import explained

    # In public weighs twice.
    loudness = [times + shouted for times, shouted in zip(decided.pressed, decided.public, strict=True)]
    causes = (decided.need, loudness, decided.followers)
    return tell(explained(decided.response, causes, decided.member))


def tell(found: "Explained") -> Findings:
    """Say it."""
    lines = [_line(name, found.shares[name], found.effects[name]) for name in found.shares]
    lines.append(_line("rest", found.rest, None))
    need, loudness, followers = (found.shares[name].value * 100 for name in ("need", "loudness", "followers"))
    first = _(
        "Of the differences in what people got, the assessed need explains %(need)d %%, "
        "how loudly they asked %(loudness)d %% and how many follow them %(followers)d %%."
    ) % {"need": round(need), "loudness": round(loudness), "followers": round(followers)}
    helped = [name for name in ("loudness", "followers") if found.effects[name].low > 0]
    hurt = [name for name in ("loudness", "followers") if found.effects[name].high < 0]
    return Findings(first, _second(found, helped, hurt), _tone(found, helped), tuple(lines))


def _second(found: "Explained", helped: list[str], hurt: list[str]) -> str:
    if found.effects["need"].low <= 0:
        return _(
            "Greater need did not clearly bring more: look at how need is assessed, and at what was given all the same."
        )
    if helped == ["loudness", "followers"]:
        return _(
            "Of two people in equal need the louder one got more, and so did the one with more followers."
        )
    if helped == ["loudness"]:
        return _("Of two people in equal need the louder one got more.")
    if helped == ["followers"]:
        return _("Of two people in equal need the one with more followers got more.")
    if hurt:
        return _(
            "Neither helped: of two people in equal need the louder or better known one got no more, or less."
        )
    return _("Of two people in equal need neither the louder nor the better known one got clearly more.")


def _tone(found: "Explained", helped: list[str]) -> str:
    """Bad where the wrong things outweigh need, warn where they help at all."""
    wrong = found.shares["loudness"].value + found.shares["followers"].value
    if found.effects["need"].low <= 0 or wrong > found.shares["need"].value:
        return "bad"
    return "warn" if helped else "good"


def _line(name: str, share: "Estimate", effect: "Estimate | None") -> Line:
    value, low, high = (round(max(figure, 0) * 100) for figure in (share.value, share.low, share.high))
    drawn = whisker(share.value, share.low, share.high)
    if effect is None:
        return Line(name, str(LABELS[name]), value, low, high, None, None, None, drawn)
    return Line(
        name, str(LABELS[name]), value, low, high, round(effect.value, 2), round(effect.low, 2), round(effect.high, 2),
        drawn,
    )  # fmt: skip
