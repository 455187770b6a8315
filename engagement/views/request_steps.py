"""The less common steps of a request: pressed for, taken back, opened again, taken up again, handed over."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import requests
from engagement.forms.handing import HandOverRequestForm
from engagement.forms.requests import PressForm, SendBackForm, WithdrawForm
from engagement.models import AdvocateRequest
from engagement.views import asking
from influencers import clock
from influencers.models import Post
from influencers.views.seen import PageRequest, Reader, seen_program


@login_required
def press(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Note that somebody pressed for it."""
    wish, reader = _wish(request, program_slug, request_id, Post.WRITING)
    now = clock.now()
    form = PressForm(request.POST or None, initial={"on": wish.membership.program.today(now)})
    if asking.took(
        form, lambda: requests.press(advocate_request=wish, by=reader.user, now=now, **form.cleaned_data)
    ):
        return _back(request, wish, _("Noted. It is shown beside the rank, never in it."))
    return asking.ask(request, form, wish.membership, _("They pressed for it"), lead=wish.words)


@login_required
def withdraw(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Take it back, with the reason."""
    wish, reader = _wish(request, program_slug, request_id, Post.WRITING)
    form = WithdrawForm(request.POST or None, row=wish)
    if asking.took(
        form,
        lambda: requests.withdraw(
            advocate_request=wish, by=reader.user, now=clock.now(), **form.cleaned_data
        ),
    ):
        return _back(request, wish, _("Taken back. It stays on record."))
    return asking.ask(request, form, wish.membership, _("Take a request back"), lead=wish.words)


@login_required
def send_back(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Open again what was proposed, or decided and not told."""
    wish, reader = _wish(request, program_slug, request_id, Post.MANAGING)
    form = SendBackForm(request.POST or None, row=wish)
    if asking.took(
        form,
        lambda: requests.send_back(
            advocate_request=wish, by=reader.user, now=clock.now(), **form.cleaned_data
        ),
    ):
        return _back(request, wish, _("It is open again."))
    return asking.ask(request, form, wish.membership, _("Look at a decision again"), lead=wish.words)


@login_required
@require_POST
def take_up(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Take up again what was put off."""
    wish, reader = _wish(request, program_slug, request_id, Post.WRITING)
    again = requests.take_up(advocate_request=wish, by=reader.user, now=clock.now())
    return _back(request, again, _("Taken up again: weigh the need as it is now."))


@login_required
def hand_over(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Have another colleague see to a request."""
    wish, reader = _wish(request, program_slug, request_id, Post.WRITING)
    form = HandOverRequestForm(request.POST or None, row=wish)
    if asking.took(
        form,
        lambda: requests.hand_over(
            advocate_request=wish, by=reader.user, now=clock.now(), **form.cleaned_data
        ),
    ):
        return asking.thank(request, wish.membership, _("The request is handed over."))
    return asking.ask(request, form, wish.membership, _("Hand a request over"), lead=wish.words)


def _wish(
    request: PageRequest, program_slug: str, request_id: int, roles: tuple[str, ...]
) -> tuple[AdvocateRequest, Reader]:
    program, reader = seen_program(request, program_slug, roles)
    rows = AdvocateRequest.objects.select_related("membership__advocate", "membership__program", "owner")
    return get_object_or_404(rows, pk=request_id, membership__program=program), reader


def _back(request: PageRequest, wish: AdvocateRequest, said: str) -> HttpResponse:
    asking.tell(request, said)
    return redirect(reverse("engagement:request", args=[wish.membership.program.slug, wish.pk]))
