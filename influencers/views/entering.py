"""How a view gets hold of things: only what this user may see, and to send a form only with the role for it."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.shortcuts import get_object_or_404, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from influencers import access
from influencers.models import Membership, Post, Program, User

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

READING = ("GET", "HEAD", "OPTIONS")
EVERYBODY = (*Post.WRITING, Post.Role.VIEWER)


class UserRequest(HttpRequest):
    """A request of somebody who is logged in."""

    user: User
    htmx: "HtmxDetails"


def enter(
    request: UserRequest,
    program_slug: str,
    *,
    see: tuple[str, ...] = EVERYBODY,
    send: tuple[str, ...] = Post.WRITING,
) -> Program:
    """Return the program of the address: 404 for who does not belong to it.

    Without a role of `see` nothing is shown, without one of `send` no form is accepted: `NotAllowed`, 403.
    """
    program = get_object_or_404(access.programs_for(request.user), slug=program_slug)
    wanted = see if request.method in READING else send
    if wanted != EVERYBODY:
        access.require(program, request.user, wanted)
    return program


def meet(
    request: UserRequest, program_slug: str, membership_id: int, *, send: tuple[str, ...] = Post.WRITING
) -> Membership:
    """Return a membership of the program of the address, with advocate, owner, role and tier, or 404."""
    program = enter(request, program_slug, send=send)
    found = access.memberships_for(request.user).filter(program=program)
    member = get_object_or_404(
        found.select_related("advocate", "owner", "role", "tier", "farewell"), pk=membership_id
    )
    member.program = program
    return member


def back_to(request: HttpRequest, otherwise: object) -> str:
    """Return the address in the form's `next` if it is one of ours, else that of `otherwise`."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if ours else resolve_url(otherwise)  # type: ignore[arg-type]
