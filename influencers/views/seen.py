"""What whoever is looking may see, fetched in one statement with their role: everybody else's is not found."""

from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from influencers import access
from influencers.models import Membership, Post, Program, User
from influencers.often import Often
from influencers.refusals import NotAllowed

POINTS_TO = ("advocate", "owner", "tier", "role__told_by", "farewell__told_by")
UNSHOWN = (
    "advocate__extra", "advocate__search_text",
    *(f"{whose}__{name}" for whose in ("owner", "role__told_by", "farewell__told_by")
      for name in ("password", "last_login", "date_joined", "language", "wants_digest", "shortcuts")),
)  # fmt: skip


class PageRequest(HttpRequest):
    """A request behind `login_required`, with what the middlewares put on it."""

    user: User
    htmx: HtmxDetails


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is looking, and what they may do in the program they are looking at."""

    user: User
    role: str

    @property
    def may_write(self) -> bool:
        """Whether they may log, write and edit."""
        return self.role in Post.WRITING

    @property
    def may_manage(self) -> bool:
        """Whether they may decide, and change the program's settings."""
        return self.role in Post.MANAGING

    def needs(self, roles: tuple[str, ...] | None) -> "Reader":
        """Return this reader; raise `NotAllowed` unless theirs is one of these roles. None asks for nothing."""
        if roles is not None and self.role not in roles:
            raise NotAllowed(
                _("Your role in this program does not include this. A program admin can change that.")
            )
        return self


def seen_programs(request: HttpRequest) -> list[Program]:
    """Return the programs of whoever is looking, each with `my_role`: asked for once a request, by page and frame."""
    kept: list[Program] | None = getattr(request, "_seen_programs", None)
    if kept is None:
        user = getattr(request, "user", None)
        kept = access.programs_with_role(user) if user is not None else []
        request._seen_programs = kept  # type: ignore[attr-defined]
    return kept


def seen_program(
    request: PageRequest, slug: str, roles: tuple[str, ...] | None = None
) -> tuple[Program, Reader]:
    """Return the program of that slug, and its reader. 404 if they have no post in it, 403 if not one of `roles`."""
    found: Any = next((program for program in seen_programs(request) if program.slug == slug), None)
    if found is None:
        raise Http404
    # A copy: what a refused form has put into it does not show in the frame.
    return copy(found), Reader(request.user, found.my_role).needs(roles)


def seen_member(
    request: PageRequest, slug: str, advocate_id: int, roles: tuple[str, ...] | None = None
) -> tuple[Membership, Reader]:
    """Return the membership of an advocate in the program of that slug, with all it points to, and its reader."""
    program, reader = seen_program(request, slug)
    member = _member.first(program=program.pk, advocate=advocate_id)
    if member is None:
        raise Http404
    member.program = program
    return member, reader.needs(roles)


def with_all(program: Program) -> QuerySet[Membership]:
    """Return the memberships of a program that the reader was seen to belong to, each with all it points to."""
    return _with_all(program.pk)


def _with_all(program_id: int) -> QuerySet[Membership]:
    return Membership.objects.filter(program=program_id).select_related(*POINTS_TO).order_by()


_member = Often(lambda program, advocate: _with_all(program).filter(advocate=advocate).defer(*UNSHOWN)[:1])
