"""The warm-up plan of somebody new: who does what with them, by which working day."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require, require_part
from influencers.actions.bulk import Pen
from influencers.actions.saving import checked
from influencers.models import Membership, Post, User, WarmUpStep
from influencers.refusals import Refused

Step = WarmUpStep.Step
# Working days after the start by which it is done.
SOON = {Step.WELCOME: 2, Step.CALL: 5, Step.ROLE: 10, Step.LUNCH: 20}
# Days after the start; an exchange in the last two weeks before it counts.
LATER = {Step.DAY_30: 30, Step.DAY_60: 60, Step.DAY_90: 90}
BEFORE = dt.timedelta(days=14)


def plan(membership: Membership, by: User, now: dt.datetime, start: dt.date) -> list[WarmUpStep]:
    """Return the steps of somebody who comes in on `start`; their owner takes them, unless somebody else is named."""
    if start < membership.program.today(now) - dt.timedelta(days=LATER[Step.DAY_90]):
        return []  # they have been here for long: it is only now put on record
    week, who = membership.program.week(), membership.owner or by
    steps = [
        WarmUpStep(membership=membership, step=step, starts_on=start, due_on=week.after(start, days), who=who)
        for step, days in SOON.items()
    ]
    for step, days in LATER.items():
        day = week.on_or_after(start + dt.timedelta(days=days))
        steps.append(
            WarmUpStep(membership=membership, step=step, starts_on=day - BEFORE, due_on=day, who=who)
        )
    known = set(membership.warm_up.values_list("step", "starts_on"))
    fresh = [step for step in steps if (step.step, step.starts_on) not in known]
    Pen(by, now, "welcomed").add(fresh)
    return fresh


@transaction.atomic
def change(*, step: WarmUpStep, by: User, who: User, due_on: dt.date, seen: int | None = None) -> WarmUpStep:
    """Give a step to somebody else, or another day; one that is not worked on becomes the next that is."""
    program = step.membership.program
    require(program, by, Post.WRITING)
    require_part(program, who, field="who")
    if due_on < step.starts_on:
        raise Refused(_("A step is due after the day from which it counts."), field="due_on")
    step.who, step.due_on = who, program.week().on_or_after(due_on)
    checked(step)
    step.save_as(by, seen=seen)
    return step
