"""Who may see and do what. Every query that serves a person starts here; forgetting it yields a 404, not a leak."""

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from influencers.models import Advocate, AdvocateQuerySet, Membership, MembershipQuerySet, Post, Program, User
from influencers.models.programs import ProgramQuerySet
from influencers.often import Often
from influencers.refusals import NotAllowed, Refused

Person = User | AnonymousUser


def programs_for(user: Person, *, roles: tuple[str, ...] | None = None) -> ProgramQuerySet:
    """Return the programs in which `user` has a post, or has one of these `roles`. Nobody else's, ever."""
    if not isinstance(user, User) or not user.is_active:
        return Program.objects.none()
    posts = Post.objects.filter(user=user)
    if roles is not None:
        posts = posts.filter(role__in=roles)
    return Program.objects.filter(pk__in=posts.values("program"))


_with_role = Often(lambda user: Program.objects.filter(posts__user=user).annotate(my_role=F("posts__role")))
_role = Often(
    lambda user, program: Post.objects.filter(user=user, program=program).values_list("role", flat=True)[:1]
)


def programs_with_role(user: Person) -> list[Program]:
    """Return the programs of `user`, each with what they are in it as `my_role`."""
    if not isinstance(user, User) or not user.is_active:
        return []
    return _with_role(user=user.pk)


_ids = Often(lambda user: Post.objects.filter(user=user).order_by().values_list("program", flat=True))


def program_ids(user: Person) -> list[int]:
    """Return the ids of `programs_for(user)`: for what is asked while somebody types."""
    return _ids(user=user.pk) if isinstance(user, User) and user.is_active else []


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
    return _role.first(user=user.pk, program=program.pk) or ""


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


def require_part(program: Program, user: User, *, field: str, roles: Collection[str] = Post.WRITING) -> None:
    """Raise `Refused`, naming the `field`, unless `user` has one of these `roles` in `program`.

    Whoever is to see to something has to be able to write there; whoever only did or asked something, to be one of us.
    """
    if role_in(program, user) not in roles:
        raise Refused(_("%(name)s has no part in this program.") % {"name": user}, field=field)
