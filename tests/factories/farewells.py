"""A farewell, taken as far as a test needs it."""

import datetime as dt

from engagement.actions import farewells, messages
from influencers.actions import farewells as leaving
from influencers.models import FarewellStep
from tests.factories.memberships import NOW
from tests.factories.touchpoints import TouchpointFactory

Step = FarewellStep.Step
HOUR = dt.timedelta(hours=1)
THANKS = (
    "{name}, what you told us about the print quality of the spring posters is why the autumn ones are on cotton "
    "paper. Nobody else saw it. Thank you for two honest years."
)


def heard(member, *, by, at=NOW - HOUR):
    """Return the call in which somebody was told."""
    words = "Told them that the term ends in June; they worry about the print quality of the spring posters no more."
    return TouchpointFactory(member, by=by, happened_at=at, words=words)


def thanked(member, *, by, at=NOW):
    """Return the thank-you, which the personal check let pass."""
    return messages.write(membership=member, by=by, words=THANKS.format(name=member.advocate.called), now=at)


def walk(farewell, *, by, now=NOW, upto=Step.CONTACT, **said):
    """Take every step up to and with `upto`; `said` replaces what a step says."""
    for step in Step.values[: FarewellStep.place_of(upto)]:
        farewells.take(
            farewell=farewell, step=step, by=by, now=now, **(said.get(step) or usual(step, farewell, by, now))
        )
    return type(farewell).objects.select_related("membership__program").get(pk=farewell.pk)


def usual(step, farewell, by, now=NOW):
    """Return what is usually said in a step."""
    member, gone = farewell.membership, farewell.is_of_a_death
    if step == Step.TOLD:
        if gone:
            return {"told_by": by, "told_on": now.date(), "told_how": "Rang her sister"}
        return {"touchpoint": heard(member, by=by, at=now - HOUR), "told_how": "Well"}
    if step == Step.THANKS:
        return (
            {"condolence": "A card to her sister"} if gone else {"touchpoint": thanked(member, by=by, at=now)}
        )
    return {
        Step.PERKS: {"ends": {}},
        Step.RECAP: {"recap": "Two honest years"},
        Step.STAYS: {"what_stays": "The June evening", "whom_to_call": by},
        Step.CONTACT: {"contact_on": now.date() + dt.timedelta(days=120), "contact_by": by},
        Step.DOOR: {"door": "open"},
    }.get(step, {})


def ended(member, *, by, now=NOW, cause="rotation", **said):
    """Return the farewell with which a member left."""
    farewell = leaving.begin(membership=member, by=by, now=now, cause=cause, reason="Two good years.", **said)
    walk(farewell, by=by, now=now)
    farewells.complete(farewell=farewell, by=by, now=now)
    farewell.refresh_from_db()
    return farewell
