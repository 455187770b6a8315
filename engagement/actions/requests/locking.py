"""One at a time: whoever comes second reads what the first one did."""

from django.utils.translation import gettext_lazy as _

from engagement.models import AdvocateRequest
from influencers.refusals import Conflict

_WITH = ("membership__program", "membership__advocate", "decided_by", "proposed_by")


def locked(wish: AdvocateRequest, seen: int | None) -> None:
    """Lock the row of `wish` and read it anew; raise `Conflict` if it moved on since the version `seen`.

    A decision that somebody made meanwhile is not a conflict here: the caller says who made it, and what.
    """
    rows = AdvocateRequest.objects.select_for_update(of=("self",)).select_related(*_WITH)
    before = wish.state
    wish.refresh_from_db(from_queryset=rows)
    if seen is not None and wish.version != seen and wish.state == before:
        raise Conflict


def already(wish: AdvocateRequest) -> str:
    """Say who decided, proposed or took back a request, and what."""
    if wish.state == AdvocateRequest.State.WITHDRAWN:
        return str(_("This request was taken back."))
    says = (
        _("%(name)s has proposed this already: %(what)s.")
        if wish.state == AdvocateRequest.State.PROPOSED
        else _("%(name)s has decided this already: %(what)s.")
    )
    return says % {"name": wish.decided_by or wish.proposed_by, "what": wish.get_decision_display()}
