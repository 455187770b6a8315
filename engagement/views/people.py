"""What we know of a person: edited, learned, forgotten; accounts, addresses and vouches added."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import known
from engagement.views import asking
from influencers import clock
from influencers.actions import advocates, connections, facts, vouches
from influencers.forms.giving import ConnectForm, VouchForm
from influencers.forms.people import AccountForm, ContactForm, FactForm, PersonForm
from influencers.models import Post
from influencers.views.seen import PageRequest, seen_member


@login_required
def edit(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Change who they are."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = PersonForm(request.POST or None, row=member.advocate)
    if asking.took(
        form,
        lambda: advocates.edit(
            advocate=member.advocate, program=member.program, by=reader.user,
            seen=form.cleaned_data["seen"] or 0, **form.details(),
        ),
    ):  # fmt: skip
        return asking.thank(request, member, _("Saved."))
    return asking.ask(request, form, member, _("Who is %(name)s?") % {"name": member.advocate.called})


@login_required
def add_fact(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Note one thing we learned."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = FactForm(request.POST or None, initial={"kind": request.GET.get("kind", "person")})
    day = member.program.today(clock.now())
    if asking.took(form, lambda: facts.note(membership=member, by=reader.user, day=day, **form.cleaned_data)):
        return asking.thank(request, member, _("Noted."))
    return asking.ask(
        request, form, member, _("What did you learn about %(name)s?") % {"name": member.advocate.called}
    )


@login_required
@require_POST
def forget_fact(request: PageRequest, program_slug: str, advocate_id: int, fact_id: int) -> HttpResponse:
    """Remove what is no longer so."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    fact = get_object_or_404(member.facts, pk=fact_id)
    fact.membership = member
    known.forget(fact=fact, by=reader.user, now=clock.now())
    return asking.thank(request, member, _("Removed. The history keeps that we knew it."))


@login_required
def add_account(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Add an account, or count its followers anew."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = AccountForm(request.POST or None)
    day = member.program.today(clock.now())
    if asking.took(
        form,
        lambda: advocates.add_account(
            advocate=member.advocate, program=member.program, by=reader.user, day=day, source=_("by hand"),
            **form.cleaned_data,
        ),
    ):  # fmt: skip
        return asking.thank(request, member, _("Saved."))
    return asking.ask(
        request, form, member, _("Where does %(name)s speak?") % {"name": member.advocate.called}
    )


@login_required
def add_contact(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Add an e-mail address or a telephone number."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = ContactForm(request.POST or None)
    if asking.took(
        form,
        lambda: advocates.add_contact_point(
            advocate=member.advocate, program=member.program, by=reader.user, **form.cleaned_data
        ),
    ):
        return asking.thank(request, member, _("Saved."))
    return asking.ask(
        request, form, member, _("How does one reach %(name)s?") % {"name": member.advocate.called}
    )


@login_required
def vouch(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Put somebody's word for them on record."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = VouchForm(request.POST or None, member=member)
    day = member.program.today(clock.now())
    if asking.took(
        form, lambda: vouches.vouch(membership=member, by=reader.user, day=day, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("On record."))
    return asking.ask(
        request, form, member, _("Who vouches for %(name)s?") % {"name": member.advocate.called}
    )


@login_required
def connect(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Note whom they know."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    form = ConnectForm(request.POST or None, member=member)
    if asking.took(form, lambda: connections.connect(membership=member, by=reader.user, **form.cleaned_data)):
        return asking.thank(request, member, _("Noted."))
    return asking.ask(request, form, member, _("Whom does %(name)s know?") % {"name": member.advocate.called})
