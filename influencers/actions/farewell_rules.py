"""What each step of a farewell has to say, and in which sentence it is refused without."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from influencers.access import require_part
from influencers.models import Farewell, FarewellStep
from influencers.refusals import Refused

Step = FarewellStep.Step
# What is said in which step.
SAYS: dict[str, tuple[str, ...]] = {
    Step.SETTLED: (),
    Step.PERKS: (),
    Step.RECAP: ("recap",),
    Step.TOLD: ("told_by", "told_on", "told_how", "not_in_person"),
    Step.THANKS: ("condolence",),
    Step.STAYS: ("what_stays", "alumni", "whom_to_call"),
    Step.DOOR: ("door", "door_from", "door_why"),
    Step.CONTACT: ("contact_on", "contact_by"),
}
MISSING: dict[str, Any] = {
    "recap": _("Write down what they gave and what came of it. The record is there to start from."),
    "told_by": _("Say who told them."),
    "told_on": _("Say on which day."),
    "told_how": _("Say how: by phone, over lunch."),
    "condolence": _("Say to whom you sent your condolence, and how."),
    "what_stays": _("Say what stays, as you told them: access, friends, whom to call."),
    "whom_to_call": _("Who stays as alumni knows whom to call: name a colleague."),
    "door_from": _("Say from which day the door is open."),
    "door_why": _("Say why the door is not open, as you told them."),
    "contact_on": _("Who stays as alumni hears from us again: say when."),
    "contact_by": _("Say from whom they hear."),
}


def of_a_beginning(farewell: Farewell) -> None:
    """Raise `Refused` where an early end does not say what it has to."""
    cause = farewell.cause
    if cause == Farewell.Cause.THEIR_WISH and not farewell.their_words:
        raise Refused(_("They want to stop: write down how they said it."), field="their_words")
    if cause == Farewell.Cause.BREACH and not farewell.what_happened:
        raise Refused(_("Say what happened: what was agreed, and what was done."), field="what_happened")
    if cause == Farewell.Cause.BREACH and farewell.second is None:
        raise Refused(_("Name the second person who looked at it with you."), field="second")
    if farewell.second is not None and farewell.second == farewell.begun_by:
        raise Refused(_("The second person is somebody other than who begins the farewell."), field="second")
    of_colleagues(farewell, "second")


def of_colleagues(farewell: Farewell, *names: str) -> None:
    """Raise `Refused` at the first of these fields that names somebody who has no part in the program."""
    for name in names:
        user = getattr(farewell, name)
        if user is not None:
            require_part(farewell.membership.program, user, field=name)


def in_order(farewell: Farewell, step: str) -> None:
    """Raise `Refused`, naming the step that comes first, where one would be skipped."""
    taken = set(farewell.steps.values_list("step", flat=True))
    first = next((name for name in Step.values if name not in taken), None)
    if first is not None and FarewellStep.place_of(first) < FarewellStep.place_of(step):
        raise Refused(
            _("One step after the other. First: “%(step)s”.") % {"step": Step(first).label}, field="step"
        )


def all_taken(farewell: Farewell) -> None:
    """Raise `Refused`, naming the first step that is missing."""
    taken = set(farewell.steps.values_list("step", flat=True))
    first = next((name for name in Step.values if name not in taken), None)
    if first is not None:
        raise Refused(
            _("The farewell is not complete. Next: “%(step)s”.") % {"step": Step(first).label}, field="step"
        )


def of_a_step(farewell: Farewell, step: str, today: dt.date) -> None:
    """Raise `Refused` at the first thing that this step has to say and does not."""
    of_colleagues(farewell, *(name for name in SAYS[step] if name in ("whom_to_call", "contact_by")))
    for name in _needed(farewell, step):
        if not getattr(farewell, name):
            raise Refused(MISSING[name], field=name)
    if step == Step.TOLD and farewell.told_on and farewell.told_on > today:
        raise Refused(_("This day has not come yet."), field="told_on")
    if step == Step.CONTACT and farewell.contact_on and farewell.contact_on < today:
        raise Refused(_("This day has passed. Plan a day to come."), field="contact_on")


def _needed(farewell: Farewell, step: str) -> tuple[str, ...]:
    if step == Step.RECAP:
        return ("recap",)
    if step == Step.TOLD:
        return ("told_how", "told_on", "told_by")
    if step == Step.THANKS:
        return ("condolence",) if farewell.is_of_a_death else ()
    if step == Step.STAYS:
        return ("what_stays", "whom_to_call") if farewell.alumni else ("what_stays",)
    if step == Step.DOOR:
        dated = ("door_from",) if farewell.door == Farewell.Door.FROM else ()
        return dated if farewell.door == Farewell.Door.OPEN else (*dated, "door_why")
    planned = farewell.alumni or farewell.contact_on or farewell.contact_by
    return ("contact_on", "contact_by") if step == Step.CONTACT and planned else ()
