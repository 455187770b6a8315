"""Whether the scheduled jobs run: for administrators of any program."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render

from engagement.insights.jobs import all_jobs
from influencers import access, clock
from influencers.models import Post
from influencers.views.seen import PageRequest


@login_required
def jobs(request: PageRequest) -> HttpResponse:
    """Show each job, when it runs, when it last did, and what was missed. It names no person and no program."""
    administers = access.programs_for(request.user, roles=(Post.Role.ADMIN,)).exists()
    if not (administers or request.user.is_superuser):
        raise Http404
    return render(request, "engagement/jobs/page.html", {"jobs": all_jobs(clock.now())})
