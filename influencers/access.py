"""Who may see and do what. Every query that serves a person starts here; forgetting it yields a 404, not a leak."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from influencers.models import Advocate, AdvocateQuerySet, Membership, MembershipQuerySet, Post, Program, User
from influencers.models.programs import ProgramQuerySet
from influencers.refusals import NotAllowed

Person = User | AnonymousUser


def programs_for(user: Person, *, roles: tuple[str, ...] | None = None) -> ProgramQuerySet:
    """Return the programs in which `user` has a post, or has one of these `roles`. Nobody else's, ever."""
    if not isinstance(user, User) or not user.is_active:
        return Program.objects.none()
    posts = Post.objects.filter(user=user)
    if roles is not None:
        posts = posts.filter(role__in=roles)
    return Program.objects.filter(pk__in=posts.values("program"))


def memberships_for(user: Person, *, roles: tuple[str, ...] | None = None) -> MembershipQuerySet:
    """Return the memberships in the programs of `user`."""
    return Membership.objects.filter(program__in=programs_for(user, roles=roles))


def advocates_for(user: Person, *, roles: tuple[str, ...] | None = None) -> AdvocateQuerySet:
    """Return the advocates whom one of the programs of `user` knows, each once."""
    return Advocate.objects.filter(pk__in=memberships_for(user, roles=roles).values("advocate"))


def role_in(program: Program, user: Person) -> str:
    """Return the role of `user` in `program`, "" if none."""
    if not isinstance(user, User) or not user.is_active:
        return ""
    return Post.objects.filter(program=program, user=user).values_list("role", flat=True).first() or ""


def may_write(program: Program, user: Person) -> bool:
    """Tell whether `user` may log, write and edit in `program`."""
    return role_in(program, user) in Post.WRITING


def may_manage(program: Program, user: Person) -> bool:
    """Tell whether `user` may decide, import, and change the program's settings."""
    return role_in(program, user) in Post.MANAGING


def require(program: Program, user: User, roles: tuple[str, ...]) -> None:
    """Raise `NotAllowed` unless `user` has one of these `roles` in `program`. Actions call it first."""
    if role_in(program, user) not in roles:
        raise NotAllowed(
            _("Your role in this program does not include this. A program admin can change that.")
        )
