"""What can come next in the life of a membership, and the page that does it."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from engagement.models import Flag
from influencers.models.memberships import Status
from influencers.views.seen import Reader


@dataclass(frozen=True, slots=True)
class Step:
    """A page with a form; `writing`: staff may send it, else managers."""

    view: str
    label: LazyText
    icon: str
    writing: bool = False


INVITE = Step("influencers:invite", _("Invite"), "mail", writing=True)
NOT_JOINED = Step("influencers:not-joined", _("They did not join"), "user-x", writing=True)
WAIT = Step("engagement:wait", _("Put on the waiting list"), "hourglass", writing=True)
WARM_UP = Step("engagement:warm-up", _("The first ninety days"), "list-checks", writing=True)
WELCOME = Step("influencers:welcome", _("Welcome into the program"), "door-open")
ROLE = Step("influencers:role", _("Agree on a role"), "hand-heart")
SETTLE = Step("influencers:settle", _("Settle: make active"), "user-check")
OWNER = Step("influencers:owner", _("Who looks after them"), "user-round")
CARE = Step("influencers:care", _("Tier, cadence, review"), "sliders-horizontal", writing=True)
RENEW = Step("influencers:renew", _("Renew the term"), "refresh-cw")
PAUSE = Step("influencers:pause", _("Pause"), "circle-pause")
RESUME = Step("influencers:resume", _("Take up again"), "rotate-ccw")
FAREWELL = Step("influencers:farewell", _("Farewell"), "heart-handshake")

DECIDE = Step("influencers:decide", _("Decide"), "scale")
TELL = Step("engagement:told", _("They were told"), "check", writing=True)
TELL_ROLE = Step("influencers:tell-role", _("They were told"), "check", writing=True)
NAME_AN_OWNER = Step("influencers:owner", _("Name an owner"), "user-round")
SET_A_DATE = Step("influencers:care", _("Set a date"), "calendar-plus", writing=True)
THANK = Step("engagement:ask", _("Thank them"), "heart", writing=True)
LOOK = Step("engagement:request", _("Look at it"), "rotate-ccw", writing=True)
DISCLOSED = Step("engagement:disclose", _("Disclosed…"), "check", writing=True)
GO_ON = Step("engagement:farewell", _("Go on"), "heart-handshake")
INTRODUCE = Step("engagement:hand-over", _("Introduce the two"), "users-round", writing=True)
ANSWER = Step("engagement:request", _("See to it"), "hand-helping", writing=True)

# What a flag asks for, where that is more than a word to them.
ASKED: dict[str, Step] = {
    Flag.Kind.ROTATION_DUE: DECIDE,
    Flag.Kind.DECIDE_BY: DECIDE,
    Flag.Kind.NOT_TOLD: TELL,
    Flag.Kind.NO_OWNER: NAME_AN_OWNER,
    Flag.Kind.NO_ROLE: ROLE,
    Flag.Kind.NO_DATE: SET_A_DATE,
    Flag.Kind.REQUEST_OVERDUE: ANSWER,
    Flag.Kind.LOOK_AGAIN: LOOK,
    Flag.Kind.UNDISCLOSED: DISCLOSED,
    Flag.Kind.NOT_THANKED: THANK,
    Flag.Kind.FAREWELL: GO_ON,
    Flag.Kind.HAND_OVER: INTRODUCE,
}


def asked_of(kind: str, subject_id: int, reader: Reader) -> Step | None:
    """Return what a flag of that kind asks of this reader; None where it is a word to them.

    A role that is on record (its id is the subject) is not agreed again: somebody tells them.
    """
    step = TELL_ROLE if kind == Flag.Kind.NO_ROLE and subject_id else ASKED.get(kind)
    return step if step is not None and (reader.may_manage or step.writing) else None


STEPS: dict[str, tuple[Step, ...]] = {
    Status.PROSPECT: (INVITE, WELCOME, WAIT, CARE, NOT_JOINED),
    Status.INVITED: (WELCOME, WAIT, CARE, NOT_JOINED),
    Status.WELCOMING: (WARM_UP, ROLE, SETTLE, OWNER, CARE, FAREWELL),
    Status.ACTIVE: (RENEW, ROLE, OWNER, CARE, PAUSE, FAREWELL),
    Status.PAUSED: (RESUME, RENEW, OWNER, FAREWELL),
    Status.LEAVING: (FAREWELL, OWNER),
    Status.ALUMNI: (INVITE, WELCOME, WAIT),
    Status.ENDED: (INVITE, WELCOME, WAIT),
    Status.NOT_JOINED: (INVITE, WELCOME, WAIT),
}
