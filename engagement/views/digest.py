"""One's own morning mail: whether it comes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from influencers.access import programs_for
from influencers.models import Post
from influencers.views.seen import PageRequest


@login_required
@require_http_methods(["GET", "POST"])
def digest(request: PageRequest) -> HttpResponse:
    """Show whether one gets the mail, and for which programs; switch it on or off."""
    if request.method == "POST":
        request.user.wants_digest = request.POST.get("wants") == "on"
        request.user.save(update_fields=["wants_digest"])
        says = (
            _("The morning mail is on.") if request.user.wants_digest else _("You get no more morning mail.")
        )
        messages.success(request, says)
        return redirect("engagement:digest")
    programs = programs_for(request.user, roles=Post.WRITING)
    return render(request, "engagement/digest/page.html", {"mailed": programs})
