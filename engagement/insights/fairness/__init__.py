"""Whether what we give follows need: the page for those who decide. Nine statements, however much was decided."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from engagement.insights.fairness.decisions import asked_in
from engagement.insights.fairness.findings import Findings, findings
from engagement.insights.fairness.period import PERIODS, Period, period_of
from engagement.insights.fairness.plots import Grid, grid
from engagement.insights.fairness.pressed import Pressed, decided_after_pressure
from engagement.insights.fairness.quiet import Quiet, quiet_advocates
from engagement.insights.fairness.value import Comparison, value_by
from influencers.models import Program

__all__ = ["PERIODS", "Fairness", "Period", "fairness"]


@dataclass(frozen=True, slots=True)
class Fairness:
    """All that the page shows of one period."""

    period: Period
    decided: int
    people: int
    after_pressure: int
    findings: Findings
    grid: Grid
    value: tuple[Comparison, ...]
    pressed: tuple[Pressed, ...]
    quiet: tuple[Quiet, ...]


def fairness(program: Program, now: dt.datetime, period_name: str = "year") -> Fairness:
    """Return what was given to whom in a period, and what explains it."""
    today = program.today(now)
    period = period_of(program, period_name, today)
    asked = asked_in(program, period)
    decided = asked.decided
    return Fairness(
        period=period,
        decided=len(decided),
        people=decided.people,
        after_pressure=len(decided) - decided.pressed.count(0),
        findings=findings(decided),
        grid=grid(decided),
        value=value_by(program, period),
        pressed=decided_after_pressure(decided),
        quiet=quiet_advocates(program, period, today, Counter(asked.members)),
    )
