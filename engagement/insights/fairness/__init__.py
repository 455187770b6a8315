"""Whether what we give follows need: the page for those who decide. Eight statements, however much was decided."""

import datetime as dt
from dataclasses import dataclass

from engagement.insights.fairness.decisions import Row, decided_in
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
    rows: list[Row] = decided_in(program, period)
    return Fairness(
        period=period,
        decided=len(rows),
        people=len({row[0] for row in rows}),
        after_pressure=sum(1 for row in rows if row[3]),
        findings=findings(rows),
        grid=grid(rows),
        value=value_by(program, period),
        pressed=decided_after_pressure(program, period),
        quiet=quiet_advocates(program, period, today),
    )
