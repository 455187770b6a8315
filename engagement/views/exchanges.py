"""The exchange that a promise was made in, or a request came up in: named in the address, kept in the form."""

from engagement.models import Touchpoint
from influencers.models import Membership
from influencers.saying import quoted
from influencers.views.entering import number
from influencers.views.seen import PageRequest


def named(request: PageRequest, member: Membership) -> Touchpoint | None:
    """Return the exchange with this member that a page or its form names (`exchange`), None if none."""
    given = number(request.POST.get("exchange") or request.GET.get("exchange"))
    if given is None:
        return None
    found = Touchpoint.objects.filter(program=member.program, participations__membership=member, pk=given)
    touch = found.first()
    if touch is not None:
        touch.program = member.program
    return touch


def lead(touch: Touchpoint | None) -> str:
    """Return what was said in it, for the head of a form."""
    return f"{touch.get_kind_display()}: {quoted(touch.words)}" if touch and touch.words else ""
