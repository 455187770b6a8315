"""What people do about a flag, from Today or from the advocate's page."""

import datetime as dt

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import flags
from engagement.forms.flags import SnoozeForm
from engagement.models import Flag
from engagement.views import asking
from engagement.views.today import answer
from influencers import clock
from influencers.models import Post, Program
from influencers.saying import on_day
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, Reader, seen_program

A_WEEK = dt.timedelta(days=7)


@login_required
def snooze(request: PageRequest, program_slug: str, flag_id: int) -> HttpResponse:
    """Put a flag off, with a reason and until a day."""
    program, reader, flag = _flag(request, program_slug, flag_id)
    now = clock.now()
    day = program.today(now)
    form = SnoozeForm(request.POST or None, initial={"until": day + A_WEEK})
    if asking.took(form, lambda: flags.snooze(flag=flag, by=reader.user, now=now, **form.cleaned_data)):
        until = on_day(form.cleaned_data["until"], day)
        said = _("%(name)s comes back %(when)s.") % {"name": flag.membership.advocate.called, "when": until}
        asking.tell(request, said, undo=_back("engagement:wake", request, program, flag))
        return answer(request, program, reader)
    title = _("Not now: %(name)s") % {"name": flag.membership.advocate}
    lead = f"{flag.get_kind_display()}. " + _("Say why, and until when.")
    return asking.ask(
        request, form, flag.membership, title, lead=lead, save=_("Put off"), hx_target=_piece(request),
        whose=request.GET.get("whose") or request.POST.get("whose", ""),
    )  # fmt: skip


@login_required
@require_POST
def done(request: PageRequest, program_slug: str, flag_id: int) -> HttpResponse:
    """Close a flag by hand."""
    program, reader, flag = _flag(request, program_slug, flag_id)
    flags.done(flag=flag, by=reader.user, now=clock.now())
    said = _("Done: %(name)s.") % {"name": flag.membership.advocate.called}
    asking.tell(request, said, undo=_back("engagement:reopen", request, program, flag))
    return answer(request, program, reader)


@login_required
@require_POST
def wake(request: PageRequest, program_slug: str, flag_id: int) -> HttpResponse:
    """Take back that a flag was put off."""
    program, reader, flag = _flag(request, program_slug, flag_id)
    flags.wake(flag=flag, by=reader.user)
    return redirect(back_to(request, reverse("engagement:today", args=[program.slug])))


@login_required
@require_POST
def reopen(request: PageRequest, program_slug: str, flag_id: int) -> HttpResponse:
    """Take back that a flag was called done."""
    program, reader, flag = _flag(request, program_slug, flag_id)
    flags.reopen(flag=flag, by=reader.user, now=clock.now())
    return redirect(back_to(request, reverse("engagement:today", args=[program.slug])))


def _flag(request: PageRequest, program_slug: str, flag_id: int) -> tuple[Program, Reader, Flag]:
    program, reader = seen_program(request, program_slug, Post.WRITING)
    rows = Flag.objects.select_related("program", "membership__advocate", "membership__program")
    return program, reader, get_object_or_404(rows, pk=flag_id, program=program)


def _back(view: str, request: PageRequest, program: Program, flag: Flag) -> str:
    """Return the address that takes something back and returns to where it was done."""
    here = back_to(request, reverse("engagement:today", args=[program.slug]))
    return reverse(view, args=[program.slug, flag.pk], query={"next": here})


def _piece(request: PageRequest) -> str:
    """Return what an answer replaces: the day, where the dialog was opened on Today."""
    opened_on_today = bool(request.htmx) and bool(request.GET.get("whose") or request.POST.get("whose"))
    return "#day" if opened_on_today else ""
