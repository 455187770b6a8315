"""What we know and has had its time: confirmed or dropped, one by one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from engagement.actions import known
from engagement.views import asking
from influencers import clock
from influencers.access import memberships_for
from influencers.forms.portraits import ConfirmForm
from influencers.models import Fact, Post
from influencers.views.seen import PageRequest, seen_member, seen_program

SHOWN = 100


@login_required
@require_safe
def to_confirm(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what counts as true no more, what waits longest first."""
    program, reader = seen_program(request, program_slug)
    members = memberships_for(request.user).filter(program=program)
    expired = Fact.objects.expired_on(program.today(clock.now())).filter(membership__in=members)
    rows = list(
        expired.select_related("membership__advocate", "learned_by").order_by("expires_on", "pk")[: SHOWN + 1]
    )
    context = {"program": program, "reader": reader, "facts": rows[:SHOWN], "more": len(rows) > SHOWN}
    return render(request, "engagement/facts/to_confirm.html", context)


@login_required
def confirm(request: PageRequest, program_slug: str, advocate_id: int, fact_id: int) -> HttpResponse:
    """Note that something is so still."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    fact = get_object_or_404(member.facts, pk=fact_id)
    fact.membership = member
    form = ConfirmForm(request.POST or None, row=fact)
    if asking.took(
        form, lambda: known.confirm(fact=fact, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Confirmed."))
    return asking.ask(request, form, member, _("It is so still"), lead=fact.text, save=_("Confirm"))
