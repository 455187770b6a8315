"""Perks: what there is, who got what, which disclosures are due; giving, noting, taking back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from engagement.actions import giving
from engagement.forms.giving import DiscloseForm, GrantForm, TakeBackForm
from engagement.views import asking
from influencers import clock, keyset
from influencers.access import memberships_for
from influencers.actions import perks as actions
from influencers.keyset import Order
from influencers.models import Grant, GrantQuerySet, Post
from influencers.views.entering import number
from influencers.views.seen import PageRequest, Reader, seen_member, seen_program

LATEST, SOONEST = Order("latest", "id", descending=True), Order("due", "disclose_by")


@login_required
@require_safe
def perks(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what can be given and how many are left, who got what, and what is to be disclosed."""
    program, reader = seen_program(request, program_slug)
    today = program.today(clock.now())
    tabs = {"given": _("Given"), "due": _("To be disclosed"), "back": _("Taken back")}
    shown = request.GET.get("show") if request.GET.get("show") in tabs else "given"
    rows = Grant.objects.filter(membership__in=memberships_for(request.user), perk__program=program)
    narrowed: dict[str, GrantQuerySet] = {
        "given": rows.standing(), "due": rows.undisclosed(), "back": rows.filter(withdrawn_on__isnull=False),
    }  # fmt: skip
    found = narrowed[shown or "given"]
    one = number(request.GET.get("perk"))
    if one is not None:
        found = found.filter(perk=one)
    order = SOONEST if shown == "due" else LATEST
    people = found.select_related(
        "membership__advocate", "perk", "given_by", "disclosure_noted_by", "withdrawn_by"
    )
    page = keyset.page(people, order, keyset.asked_for(request.GET, order, Grant))
    offers = list(program.perks.filter(Q(until_on__isnull=True) | Q(until_on__gt=today)).order_by("name"))
    context: dict[str, Any] = {
        "program": program, "reader": reader, "page": page, "tabs": tabs, "shown": shown, "today": today,
        "offers": offers, "overdue": rows.disclosure_overdue_on(today).count(), "one": one,
        "kept": f"&perk={one}" if one else "",
    }  # fmt: skip
    return render(request, "engagement/perks/page.html", context)


@login_required
def grant(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Give a perk, with the reason, for a request or by itself."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    day = member.program.today(clock.now())
    chosen = {"answers": request.GET.get("request"), "perk": request.GET.get("perk")}
    form = GrantForm(request.POST or None, member=member, day=day, initial=chosen)
    if asking.took(
        form, lambda: giving.give(membership=member, by=reader.user, day=day, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Given."))
    return asking.ask(request, form, member, _("What does %(name)s get?") % {"name": member.advocate.called})


@login_required
def disclose(request: PageRequest, program_slug: str, grant_id: int) -> HttpResponse:
    """Note where or how they disclosed what they were given."""
    given, reader = _grant(request, program_slug, grant_id, Post.WRITING)
    day = given.membership.program.today(clock.now())
    form = DiscloseForm(request.POST or None, row=given, initial={"disclosed_on": day})

    def note() -> object:
        said = dict(form.cleaned_data)
        return actions.disclose(grant=given, by=reader.user, day=said.pop("disclosed_on"), **said)

    if asking.took(form, note):
        return asking.thank(request, given.membership, _("Noted: it is disclosed."))
    title = _("How did %(name)s disclose it?") % {"name": given.membership.advocate.called}
    return asking.ask(request, form, given.membership, title, lead=str(given.perk))


@login_required
def take_back(request: PageRequest, program_slug: str, grant_id: int) -> HttpResponse:
    """Take something back, with the reason."""
    given, reader = _grant(request, program_slug, grant_id, Post.MANAGING)
    day = given.membership.program.today(clock.now())
    form = TakeBackForm(request.POST or None, row=given)
    if asking.took(
        form, lambda: actions.take_back(grant=given, by=reader.user, day=day, **form.cleaned_data)
    ):
        return asking.thank(request, given.membership, _("Taken back. It stays on record."))
    return asking.ask(request, form, given.membership, _("Take something back"), lead=str(given.perk))


def _grant(
    request: PageRequest, program_slug: str, grant_id: int, roles: tuple[str, ...]
) -> tuple[Grant, Reader]:
    program, reader = seen_program(request, program_slug, roles)
    rows = Grant.objects.select_related("membership__advocate", "membership__program", "perk")
    return get_object_or_404(rows, pk=grant_id, membership__program=program), reader
