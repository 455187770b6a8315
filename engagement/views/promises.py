"""Promises: made, kept, broken and made good, moved and handed over."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import promises
from engagement.forms.handing import HandOverForm, MoveForm
from engagement.forms.promises import BreakForm, PromiseForm
from engagement.models import Promise
from engagement.views import asking, exchanges
from engagement.views.today import answer
from influencers import clock
from influencers.models import Post
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, Reader, seen_member, seen_program


@login_required
def make(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Write down a promise of theirs or ours."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    touch = exchanges.named(request, member)
    form = PromiseForm(request.POST or None, program=member.program, initial={"owner": reader.user})
    if asking.took(
        form, lambda: promises.make(membership=member, by=reader.user, made_in=touch, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Noted: the promise is on record until it is kept."))
    title = _("A promise between us and %(name)s") % {"name": member.advocate.called}
    return asking.ask(request, form, member, title, lead=exchanges.lead(touch), exchange=touch)


@login_required
@require_POST
def keep(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Note that a promise was kept."""
    promise, reader = _promise(request, program_slug, promise_id)
    promises.keep(promise=promise, by=reader.user, now=clock.now())
    program = promise.membership.program
    here = back_to(request, reverse("engagement:today", args=[program.slug]))
    undo = reverse("engagement:reopen_promise", args=[program.slug, promise.pk], query={"next": here})
    asking.tell(request, _("Kept: %(what)s") % {"what": promise.text}, undo=undo)
    return answer(request, program, reader)


@login_required
def break_(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Note that a promise was broken, and how that was made good."""
    promise, reader = _promise(request, program_slug, promise_id)
    form = BreakForm(request.POST or None, row=promise)
    if asking.took(
        form, lambda: promises.break_(promise=promise, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, promise.membership, _("Noted how it was made good."))
    return asking.ask(request, form, promise.membership, _("A promise that was not kept"), lead=promise.text)


@login_required
@require_POST
def reopen(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Take back that a promise was kept."""
    promise, reader = _promise(request, program_slug, promise_id)
    promises.reopen(promise=promise, by=reader.user, now=clock.now())
    return asking.thank(request, promise.membership, _("The promise is owed again."))


@login_required
def move(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Agree on another day for a promise."""
    promise, reader = _promise(request, program_slug, promise_id)
    form = MoveForm(request.POST or None, row=promise)
    if asking.took(
        form, lambda: promises.move(promise=promise, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, promise.membership, _("The promise has another day."))
    return asking.ask(request, form, promise.membership, _("Another day"), lead=promise.text)


@login_required
def hand_over(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Have another colleague see to a promise."""
    promise, reader = _promise(request, program_slug, promise_id)
    form = HandOverForm(request.POST or None, row=promise)
    if asking.took(
        form,
        lambda: promises.hand_over(promise=promise, by=reader.user, now=clock.now(), **form.cleaned_data),
    ):
        return asking.thank(request, promise.membership, _("The promise is handed over."))
    return asking.ask(request, form, promise.membership, _("Hand a promise over"), lead=promise.text)


def _promise(request: PageRequest, program_slug: str, promise_id: int) -> tuple[Promise, Reader]:
    program, reader = seen_program(request, program_slug, Post.WRITING)
    rows = Promise.objects.select_related("membership__advocate", "membership__program", "owner")
    return get_object_or_404(rows, pk=promise_id, membership__program=program), reader
