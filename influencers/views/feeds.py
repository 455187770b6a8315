"""Calendar feeds: made and revoked on a page, read by calendars that know the secret address."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from influencers import clock, throttling
from influencers.access import programs_for
from influencers.actions import feeds as actions
from influencers.forms.feeds import FeedForm
from influencers.forms.refusing import apply_or_show
from influencers.insights import ics
from influencers.insights.dates import dates_of
from influencers.models import CalendarFeed
from influencers.views.seen import PageRequest

HOUR = 3600
READS = 60  # of one feed in an hour
MISSES = 30  # of one address, with secrets that are none


@login_required
def feeds(request: PageRequest) -> HttpResponse:
    """Show one's feeds, make another; its address is shown this once."""
    programs = programs_for(request.user)
    form = FeedForm(request.POST or None, programs=programs)
    made = (
        apply_or_show(form, lambda: actions.issue(user=request.user, **form.cleaned_data))
        if form.is_bound
        else None
    )
    context: dict[str, Any] = {"form": FeedForm(programs=programs) if made else form}
    if made is not None:
        context["address"] = settings.PUBLIC_URL + reverse("influencers:feed", args=[made[1]])
    context["feeds"] = CalendarFeed.objects.filter(user=request.user).select_related("program")
    response = render(request, "influencers/feeds.html", context)
    response["Cache-Control"] = "no-store"
    return response


@login_required
@require_POST
def revoke(request: PageRequest, feed_id: int) -> HttpResponse:
    """Make an address worthless."""
    actions.revoke(feed=get_object_or_404(CalendarFeed, pk=feed_id, user=request.user))
    messages.success(request, _("The address shows nothing any more."))
    return redirect("influencers:feeds")


@require_safe
def read(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar that knows the secret; 304 where nothing has changed, 404 for everybody else."""
    now = clock.now()
    feed = actions.feed_of(secret, now.date())
    caller = f"feed:{feed.pk}" if feed else f"feed-miss:{request.META.get('REMOTE_ADDR', '')}"
    if not throttling.is_within(caller, times=READS if feed else MISSES, seconds=HOUR):
        return HttpResponse(status=429, headers={"Retry-After": str(HOUR)})
    if feed is None:
        raise Http404
    with translation.override(feed.user.language or settings.LANGUAGE_CODE):
        name = str(feed.program) if feed.program else _("%(name)s’s people") % {"name": feed.user}
        entries = dates_of(feed, now.date())
        tag = ics.tag_of(name, entries)
        headers = {"ETag": tag, "Cache-Control": "private, max-age=900", "X-Robots-Tag": "noindex"}
        if tag in request.headers.get("If-None-Match", "").replace("W/", "").split(", "):
            return HttpResponse(status=304, headers=headers)
        file = ics.written(name, entries, f"feed-{feed.pk}")
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
