"""The quick log: one line, its chips to look over, and the record."""

import datetime as dt
import secrets
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from engagement.actions import undoing
from engagement.actions.entries import Entered, enter
from engagement.forms.planned import opening
from engagement.forms.sheet import EntrySheet, tokens_in
from engagement.insights.people_finder import ProgramPeople
from engagement.models import PlannedTouchpoint
from engagement.quicklog import lookups, parse
from influencers import clock
from influencers.access import memberships_for
from influencers.models import Post, Program, User
from influencers.refusals import NotAllowed, Refused
from influencers.views.entering import back_to, number
from influencers.views.seen import PageRequest, seen_program

PAGE = "engagement/log/page.html"


@login_required
def log(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show the line, and below it what was understood of it."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    line = request.POST.get("line", "") or opening_line(request, program)
    sheet = _read(line, program, reader.user, clock.now()) if line.strip() else None
    piece = {("GET", True): "#quick", ("POST", True): "#sheet"}.get(
        (request.method or "", bool(request.htmx)), ""
    )
    return render(request, PAGE + piece, _context(request, line=line, sheet=sheet))


@login_required
def full(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show every field, without a line; those of a plan (`plan`) filled in."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    now = clock.now()
    filled = _planned(request, program, now)
    people = ProgramPeople(program, reader.user, [str(one["token"]) for one in filled.get("people", ())])
    sheet = EntrySheet(program, people, now=now, initial=filled)
    return render(request, PAGE, _context(request, sheet=sheet, full=True))


@login_required
@require_POST
def save(request: PageRequest, program_slug: str) -> HttpResponse:
    """Put a looked-over sheet on record."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    now = clock.now()
    sheet = EntrySheet(
        program, ProgramPeople(program, reader.user, tokens_in(request.POST)), now=now, data=request.POST
    )
    entered = _entered(sheet, program, reader.user, now)
    if entered is None:
        line, full = request.POST.get("line", ""), "full" in request.POST
        return render(request, PAGE, _context(request, line=line, sheet=sheet, full=full), status=422)
    undo = reverse(
        "engagement:log_undo", kwargs={"program_slug": program.slug, "ticket": undoing.ticket_for(entered)}
    )
    messages.success(request, _told(entered), extra_tags=f"undo:{undo}")
    return redirect(back_to(request, _where_it_shows(entered, program)))


@login_required
@require_POST
def undo(request: PageRequest, program_slug: str, ticket: str) -> HttpResponse:
    """Take back what was just logged."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    try:
        undoing.undo(program=program, by=reader.user, ticket=ticket, now=clock.now())
        messages.info(request, _("Taken back. Nothing of it is on record."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(back_to(request, reverse("engagement:log", kwargs={"program_slug": program.slug})))


def opening_line(request: PageRequest, program: Program) -> str:
    """Return what the line starts with: what the address says, or the name of the person it was opened on."""
    line, member_id = str(request.GET.get("line", "")), number(request.GET.get("member"))
    if line or member_id is None:
        return line
    mine = memberships_for(request.user).filter(program=program, pk=member_id)
    member = mine.select_related("advocate").first()
    return f"{member.advocate.name} " if member else ""


def _planned(request: PageRequest, program: Program, now: dt.datetime) -> dict[str, Any]:
    """Return what the plan that the address names fills in, {} without one that is open."""
    rows = PlannedTouchpoint.objects.open().filter(program=program, pk=number(request.GET.get("plan")) or 0)
    plan = rows.first()
    if plan is None:
        return {}
    plan.program = program
    return opening(plan, now)


def _read(line: str, program: Program, user: User, now: dt.datetime) -> EntrySheet:
    people = ProgramPeople(program, user, lookups(line))
    parsed = parse(line, today=program.today(now), people=people, me=user.name)
    return EntrySheet(program, people, now=now, parsed=parsed)


def _entered(sheet: EntrySheet, program: Program, by: User, now: dt.datetime) -> Entered | None:
    """Return what was logged; None if the sheet says why not."""
    if not sheet.is_valid():
        return None
    try:
        return enter(program=program, by=by, entry=sheet.entry(), now=now)
    except NotAllowed:
        raise
    except Refused as refusal:
        sheet.show(refusal)
        return None


def _context(request: PageRequest, **more: Any) -> dict[str, Any]:
    """What the page needs: a token that makes two presses one entry, and where to go back to."""
    back = request.POST.get("next", "") or request.GET.get("next", "")
    return {"token": request.POST.get("token") or secrets.token_urlsafe(18), "next": back, "line": "", **more}


def _told(entered: Entered) -> str:
    """Return what was logged, in a few words."""
    said = [_("%(kind)s logged.") % {"kind": entered.touchpoint.get_kind_display()}]
    if made := len(entered.promises):
        said.append(ngettext("%(n)d promise noted.", "%(n)d promises noted.", made) % {"n": made})
    if made := len(entered.wishes):
        said.append(ngettext("%(n)d request noted.", "%(n)d requests noted.", made) % {"n": made})
    if made := len(entered.newcomers):
        said.append(ngettext("%(n)d new prospect.", "%(n)d new prospects.", made) % {"n": made})
    return " ".join(said)


def _where_it_shows(entered: Entered, program: Program) -> str:
    """Return the page of the one person it was with; of several, the log's."""
    people = list(entered.touchpoint.members.values_list("advocate", flat=True)[:2])
    if len(people) == 1:
        return reverse("engagement:advocate", args=[program.slug, people[0]])
    return reverse("engagement:log", args=[program.slug])
