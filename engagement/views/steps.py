"""What can come next in the life of a membership, and the page that does it."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from influencers.models.memberships import Status


@dataclass(frozen=True, slots=True)
class Step:
    """A page with a form; `writing`: staff may send it, else managers."""

    view: str
    label: LazyText
    icon: str
    writing: bool = False


INVITE = Step("influencers:invite", _("Invite"), "mail", writing=True)
NOT_JOINED = Step("influencers:not-joined", _("They did not join"), "user-x", writing=True)
WELCOME = Step("influencers:welcome", _("Welcome into the program"), "door-open")
ROLE = Step("influencers:role", _("Agree on a role"), "hand-heart")
SETTLE = Step("influencers:settle", _("Settle: make active"), "user-check")
OWNER = Step("influencers:owner", _("Who looks after them"), "user-round")
CARE = Step("influencers:care", _("Tier, cadence, review"), "sliders-horizontal", writing=True)
RENEW = Step("influencers:renew", _("Renew the term"), "refresh-cw")
PAUSE = Step("influencers:pause", _("Pause"), "circle-pause")
RESUME = Step("influencers:resume", _("Take up again"), "rotate-ccw")
FAREWELL = Step("influencers:farewell", _("Farewell"), "heart-handshake")

STEPS: dict[str, tuple[Step, ...]] = {
    Status.PROSPECT: (INVITE, WELCOME, CARE, NOT_JOINED),
    Status.INVITED: (WELCOME, CARE, NOT_JOINED),
    Status.WELCOMING: (ROLE, SETTLE, OWNER, CARE, FAREWELL),
    Status.ACTIVE: (RENEW, ROLE, OWNER, CARE, PAUSE, FAREWELL),
    Status.PAUSED: (RESUME, RENEW, OWNER, FAREWELL),
    Status.LEAVING: (FAREWELL, OWNER),
    Status.ALUMNI: (INVITE, WELCOME),
    Status.ENDED: (INVITE, WELCOME),
    Status.NOT_JOINED: (INVITE, WELCOME),
}
