"""What whoever is looking may see, fetched in one statement with their role: everybody else's is not found."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from influencers import access
from influencers.models import Membership, Post, Program, User
from influencers.refusals import NotAllowed


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


def seen_program(
    request: PageRequest, slug: str, roles: tuple[str, ...] | None = None
) -> tuple[Program, Reader]:
    """Return the program of that slug, and its reader. 404 if they have no post in it, 403 if not one of `roles`."""
    posts = Post.objects.filter(program=OuterRef("pk"), user=request.user)
    found = access.programs_for(request.user).annotate(my_role=Subquery(posts.values("role")[:1]))
    program: Any = found.filter(slug=slug).first()
    if program is None:
        raise Http404
    return program, Reader(request.user, program.my_role).needs(roles)


def seen_member(
    request: PageRequest, slug: str, advocate_id: int, roles: tuple[str, ...] | None = None
) -> tuple[Membership, Reader]:
    """Return the membership of an advocate in the program of that slug, with all it points to, and its reader."""
    posts = Post.objects.filter(program=OuterRef("program"), user=request.user)
    found = access.memberships_for(request.user).annotate(my_role=Subquery(posts.values("role")[:1]))
    member: Any = (
        found.filter(program__slug=slug, advocate=advocate_id)
        .select_related("program", "advocate", "owner", "tier", "role__told_by", "farewell__told_by")
        .first()
    )
    if member is None:
        raise Http404
    return member, Reader(request.user, member.my_role).needs(roles)
