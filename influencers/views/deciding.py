"""Beginning a farewell."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from influencers import clock
from influencers.actions import farewells
from influencers.forms.memberships import BeginFarewellForm
from influencers.models import Post
from influencers.models.memberships import OVER, Status
from influencers.views.entering import meet
from influencers.views.seen import PageRequest
from influencers.views.steps import Words, take

FAREWELL = Words(
    _("Begin the farewell of %(name)s"),
    _(
        "Nobody leaves without being told personally, thanked, and told what stays. This begins it; nothing is sent."
    ),
    _("Begin the farewell"),
    _("The farewell of %(name)s has begun."),
)


@login_required
def farewell(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Begin a farewell; one that has begun goes on at its own page."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    if member.status in (Status.LEAVING, *OVER):
        return redirect("engagement:farewell", program_slug, membership_id)
    form = BeginFarewellForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: farewells.begin(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), FAREWELL,
    )  # fmt: skip
