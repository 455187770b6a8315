"""Words given for somebody and people they know: checked, taken back, changed, ended."""

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from engagement.views import asking
from influencers import clock
from influencers.actions import connections, vouches
from influencers.forms.ties import BecauseForm, CheckForm, ConnectionForm
from influencers.models import Connection, Membership, Post, Vouch
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, seen_member


def _vouch(member: Membership, vouch_id: int) -> Vouch:
    mine = Vouch.objects.filter(membership=member).select_related(
        "by_user", "by_membership__advocate", "checked_by"
    )
    vouch = get_object_or_404(mine, pk=vouch_id)
    vouch.membership = member
    return vouch


def _connection(member: Membership, connection_id: int) -> Connection:
    mine = Connection.objects.filter(Q(membership=member) | Q(other=member))
    return get_object_or_404(mine.select_related("membership__program", "other"), pk=connection_id)


def _back(request: PageRequest, member: Membership) -> str:
    people = reverse("engagement:advocate_people", args=[member.program.slug, member.advocate_id])
    return back_to(request, people)


@login_required
def check(request: PageRequest, program_slug: str, advocate_id: int, vouch_id: int) -> HttpResponse:
    """Note that somebody's word was looked into."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    vouch = _vouch(member, vouch_id)
    form = CheckForm(request.POST or None, row=vouch)
    day = member.program.today(clock.now())
    if asking.took(form, lambda: vouches.check(vouch=vouch, by=reader.user, day=day, **form.cleaned_data)):
        return asking.thank(request, member, _("On record."))
    return asking.ask(
        request, form, member, _("Check a word"), lead=f"“{vouch.words}”", back=_back(request, member)
    )


@login_required
def withdraw(request: PageRequest, program_slug: str, advocate_id: int, vouch_id: int) -> HttpResponse:
    """Note that somebody took their word back."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    vouch = _vouch(member, vouch_id)
    form = BecauseForm(request.POST or None, row=vouch)
    day = member.program.today(clock.now())
    if asking.took(form, lambda: vouches.withdraw(vouch=vouch, by=reader.user, day=day, **form.cleaned_data)):
        return asking.thank(request, member, _("Withdrawn. It stays on record that it was given."))
    return asking.ask(
        request,
        form,
        member,
        _("Why is this word taken back?"),
        lead=f"“{vouch.words}”",
        back=_back(request, member),
    )


@login_required
def edit(request: PageRequest, program_slug: str, advocate_id: int, connection_id: int) -> HttpResponse:
    """Change how two people know each other."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    connection = _connection(member, connection_id)
    form = ConnectionForm(request.POST or None, row=connection)
    if asking.took(
        form, lambda: connections.edit(connection=connection, by=reader.user, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Saved."))
    return asking.ask(request, form, member, _("How do they know each other?"), back=_back(request, member))


@login_required
def end(request: PageRequest, program_slug: str, advocate_id: int, connection_id: int) -> HttpResponse:
    """Note that two people know each other no more, or no more so."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    connection = _connection(member, connection_id)
    form = BecauseForm(request.POST or None, row=connection)
    day = member.program.today(clock.now())
    if asking.took(
        form, lambda: connections.end(connection=connection, by=reader.user, day=day, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Ended. It stays on record that it was."))
    return asking.ask(request, form, member, _("Why does this hold no more?"), back=_back(request, member))
