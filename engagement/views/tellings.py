"""Noting that somebody was told what follows their term: in an exchange on record, or in one just had."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from engagement.actions import tellings
from engagement.forms.tellings import TellForm, TellNowForm
from engagement.insights.telling import could_tell
from engagement.views import asking
from influencers import clock
from influencers.forms.refusing import status_of
from influencers.models import Membership
from influencers.views.entering import back_to, meet
from influencers.views.seen import PageRequest


@login_required
def told(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Name the exchange in which somebody was told, or log it now."""
    member, reader = meet(request, program_slug, membership_id)
    rows = member.rotation_decisions.select_related("proposed_by", "teller")
    decision = get_object_or_404(rows, pk=decision_id)
    decision.membership = member
    now, sent = clock.now(), request.POST.get("step", "")
    here = clock.local(now, member.program.time_zone)
    named = TellForm(request.POST if sent == "named" else None, row=decision, exchanges=could_tell(decision))
    fresh = TellNowForm(
        request.POST if sent == "now" else None, row=decision, initial={"day": here.date(), "at": here.time()}
    )

    def tell_now() -> object:
        given = fresh.cleaned_data
        return tellings.tell_now(
            decision=decision, by=request.user, now=now, kind=given["kind"], words=given["words"], seen=given["seen"],
            happened_at=_instant(member, given["day"], given["at"], now),
        )  # fmt: skip

    if asking.took(
        named, lambda: tellings.tell(decision=decision, by=request.user, now=now, **named.cleaned_data)
    ) or asking.took(fresh, tell_now):
        messages.success(request, _("It is noted that %(name)s was told.") % {"name": member.advocate.called})
        return redirect(back_to(request, member))
    context = {
        "member": member, "program": member.program, "reader": reader, "decision": decision, "named": named,
        "fresh": fresh, "back": back_to(request, member),
    }  # fmt: skip
    status = max(status_of(form) for form in (named, fresh))
    return render(
        request, "engagement/tellings/page.html", context, status=422 if sent and status == 200 else status
    )


def _instant(member: Membership, day: dt.date, at: dt.time, now: dt.datetime) -> dt.datetime:
    """Return when it was: today a time still to come is now; a day to come is refused, not made today."""
    instant = clock.instant(day, at, member.program.time_zone)
    return min(instant, now) if day == member.program.today(now) else instant
