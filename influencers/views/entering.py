"""How a view with a form gets hold of things: one may often look where one may not send."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from influencers.models import Membership, Post, Program
from influencers.views.seen import PageRequest, Reader, seen_program, with_all

READING = ("GET", "HEAD", "OPTIONS")


def enter(
    request: PageRequest,
    program_slug: str,
    *,
    see: tuple[str, ...] | None = None,
    send: tuple[str, ...] = Post.WRITING,
) -> tuple[Program, Reader]:
    """Return the program of the address and its reader: 404 for who does not belong to it.

    Without a role of `see` nothing is shown, without one of `send` no form is accepted: `NotAllowed`, 403.
    """
    return seen_program(request, program_slug, see if request.method in READING else send)


def meet(
    request: PageRequest, program_slug: str, membership_id: int, *, send: tuple[str, ...] = Post.WRITING
) -> tuple[Membership, Reader]:
    """Return a membership of the program of the address, with what it points to, and its reader; or 404."""
    program, reader = seen_program(request, program_slug)
    member = with_all(program).filter(pk=membership_id).first()
    if member is None:
        raise Http404
    member.program = program
    return member, reader.needs(None if request.method in READING else send)


def number(text: str | None) -> int | None:
    """Return the number that an address or a form names; None where it names none that a row could have."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None


def words(text: str | None) -> str:
    """Return the words that an address searches for, without what no database keeps."""
    return (text or "").replace("\x00", "").strip()[:200]


def back_to(request: HttpRequest, otherwise: Any) -> str:
    """Return the address in the form's `next` if it is one of ours, else that of `otherwise`."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if ours else resolve_url(otherwise)
