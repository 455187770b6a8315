"""Why there is a flag, and what to do about it, in sentences about the person: for the API, the digest and pages."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.insights import known as knowing
from engagement.insights.known import Known
from engagement.insights.speaking import reason
from engagement.models import AdvocateRequest, Flag, Promise
from influencers.models import Program

Kind = Flag.Kind
STEPS: dict[str, LazyText] = {
    Kind.STALE: _("Call them, or write a few lines about what you last spoke of."),
    Kind.NEVER_SPOKEN: _("Introduce yourself in person: a call or a lunch."),
    Kind.ONLY_ONLINE: _("Suggest a call, a lunch or a meeting."),
    Kind.ONLY_WE: _("Ask one question that only they can answer, or ask by phone how they are."),
    Kind.ONLY_THEY: _("Answer, and engage with something they made."),
    Kind.UNANSWERED: _("Answer today, if only to say when you will know more."),
    Kind.ROTATION_DUE: _("Prepare what follows: speak with them before you decide."),
    Kind.DECIDE_BY: _("Decide what follows, and say why."),
    Kind.NO_OWNER: _("Name a colleague who looks after them."),
    Kind.NO_ROLE: _("Agree on their role and tell them."),
    Kind.NO_DATE: _("Agree on an end of the term or on a review."),
    Kind.NOT_TOLD: _("Tell them in person, and note how."),
    Kind.PROMISE_OVERDUE: _("Keep it, or agree on another day and say so."),
    Kind.REQUEST_OVERDUE: _("Decide it and answer; a kind no is better than silence."),
    Kind.LOOK_AGAIN: _("Take it up again, and weigh the need as it is now."),
    Kind.UNDISCLOSED: _("Ask where they said that it was given to them, and note it."),
    Kind.BIRTHDAY: _("Wish them well, in your own words: a call, a card."),
    Kind.DATE_NEAR: _("Ask about it, or wish them well."),
    Kind.FACT_EXPIRED: _("Ask them, then confirm it or drop it."),
    Kind.NOT_THANKED: _("Thank them in your own words: call, or write what came of it."),
    Kind.FAREWELL: _("Go on with the next step."),
    Kind.HAND_OVER: _("Let the two speak: a call or a lunch, and log it."),
    Kind.FIRST_WORD: _("Ring them and ask how they are."),
}


def what_to_do(flag: Flag) -> LazyText:
    """Return the next step for a flag of this kind."""
    return STEPS[flag.kind]


def why(flags: Sequence[Flag], program: Program, now: dt.datetime) -> dict[int, str]:
    """Return for each of these flags of `program` its sentence in the active language, by the flag's id.

    At most five statements, however many flags.
    """
    known = knowing.members(program, {flag.membership_id for flag in flags}, now)
    words = knowing.words(program, {one.said_last_id for one in known.values() if one.said_last_id})
    for one in known.values():
        one.said_last = words.get(one.said_last_id)
    _hand_out(flags, known)
    day = program.today(now)
    return {flag.pk: reason(flag, known[flag.membership_id], day) for flag in flags}


def _hand_out(flags: Collection[Flag], known: dict[int, Known]) -> None:
    about: dict[str, set[int]] = defaultdict(set)
    for flag in flags:
        about[flag.kind].add(flag.subject_id)
    promises, requests = about[Kind.PROMISE_OVERDUE], about[Kind.REQUEST_OVERDUE] | about[Kind.LOOK_AGAIN]
    kept = Promise.objects.select_related("owner").in_bulk(promises) if promises else {}
    wishes = AdvocateRequest.objects.in_bulk(requests) if requests else {}
    decisions = knowing.decisions(about[Kind.NOT_TOLD])
    for one in known.values():
        one.promises, one.requests, one.decisions = kept, wishes, decisions
