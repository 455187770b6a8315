"""The guided way out: what is open, telling them, thanks, what stays, the door."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import farewells
from engagement.forms.farewells import CompleteForm
from engagement.views import asking
from influencers import clock
from influencers.actions import farewells as leaving
from influencers.forms.refusing import status_of
from influencers.models import Farewell, Membership, Post
from influencers.views.entering import meet
from influencers.views.seen import PageRequest


@login_required
def farewell(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Show the steps of a farewell that has begun; complete it once all of them are taken."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    begun = _latest(member)
    if begun is None:
        return redirect("influencers:farewell", program_slug, membership_id)
    now = clock.now()
    usual = {"told_by": request.user.pk, "told_on": member.program.today(now)}
    form = CompleteForm(request.POST or None, row=begun, initial=usual)
    if asking.took(
        form, lambda: farewells.complete(farewell=begun, by=request.user, now=now, **form.cleaned_data)
    ):
        messages.success(request, _("%(name)s has left as a friend.") % {"name": member.advocate.called})
        return redirect(member)
    promises, wishes = farewells.left_open(member)
    context = {
        "form": form, "farewell": begun, "member": member, "reader": reader, "promises": promises, "wishes": wishes,
    }  # fmt: skip
    return render(request, "engagement/farewells/page.html", context, status=status_of(form))


@login_required
@require_POST
def call_off(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Take back a farewell that has begun."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    begun = _latest(member)
    if begun is not None:
        leaving.call_off(farewell=begun, by=request.user, now=clock.now())
        messages.success(
            request, _("The farewell is called off. Tell %(name)s.") % {"name": member.advocate.called}
        )
    return redirect(member)


def _latest(member: Membership) -> Farewell | None:
    """Return the farewell that is open, else the one that was completed last."""
    begun = member.farewells.select_related("begun_by", "told_by").order_by("-completed_at", "-id")
    latest = (
        member.farewells.filter(completed_at__isnull=True).select_related("begun_by").first() or begun.first()
    )
    if latest is not None:
        latest.membership = member
    return latest
