"""How far a farewell has come: its eight steps, those taken with what was said, and the one that is next."""

from dataclasses import dataclass

from engagement.insights import partings
from engagement.models import Carried, FarewellWord
from influencers.models import Farewell, FarewellStep, PerkEnd

Step = FarewellStep.Step


@dataclass(frozen=True, slots=True)
class Stage:
    """A step, as the page shows it."""

    name: str
    place: int
    label: str
    done: FarewellStep | None
    current: bool


@dataclass(frozen=True, slots=True)
class WayOut:
    """A farewell's course. `step` is the one whose form is shown, "" where all are taken and none is taken anew."""

    stages: tuple[Stage, ...]
    step: str
    next: str
    left: partings.LeftOpen
    carried: tuple[Carried, ...]
    ends: tuple[PerkEnd, ...]
    words: dict[str, FarewellWord]

    @property
    def is_open(self) -> bool:
        """Whether something between us is neither settled nor handed over."""
        return self.left.count > 0


def way_out(farewell: Farewell, asked: str = "") -> WayOut:
    """Return the course of a farewell; `asked` is a step that somebody wants to take anew. Seven statements at most."""
    done = farewell.done()
    upcoming = next((name for name in Step.values if name not in done), "")
    step = asked if asked in done else upcoming
    if farewell.completed_at is not None:
        step = upcoming = ""
    ending = farewell.completed_at is None and step in ("", Step.SETTLED)
    left = partings.left_open(farewell) if ending else partings.LeftOpen()
    words = farewell.words.select_related("touchpoint") if Step.TOLD in done else ()
    return WayOut(
        stages=tuple(
            Stage(name, place, str(label), done.get(name), name == step)
            for place, (name, label) in enumerate(Step.choices, 1)
        ),
        step=step,
        next=upcoming,
        left=left,
        carried=tuple(farewell.carried.select_related("to", "promise", "request", "ask"))
        if Step.SETTLED in done
        else (),
        ends=tuple(farewell.perk_ends.select_related("grant__perk")) if Step.PERKS in done else (),
        words={word.what: word for word in words},
    )
