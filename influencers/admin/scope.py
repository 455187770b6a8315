"""Whose rows an admin page works with, and to which program a row belongs."""

from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _

from influencers import access
from influencers.models import Advocate, Post, Program, User
from influencers.models.programs import ProgramQuerySet
from influencers.refusals import Refused


def managed(user: User | AnonymousUser) -> ProgramQuerySet:
    """Return the programs whose rows `user` works with in the admin."""
    return access.programs_for(user, roles=Post.MANAGING)


def person(request: HttpRequest) -> User:
    """Return who is asking: the site has seen to it that it is somebody."""
    return cast(User, request.user)


def program_of(row: Any, path: str) -> int | None:
    """Return the id of the program that `row` belongs to, by a path such as membership__program; None if unset."""
    if path == "pk":
        return row.pk  # type: ignore[no-any-return]
    for name in path.split("__"):
        row = getattr(row, name, None)
        if row is None:
            return None
    return row.pk  # type: ignore[no-any-return]


def one_program(chosen: dict[str, Any], paths: dict[type[Model], str], own: int | None) -> None:
    """Raise `Refused` at the field that points outside of the one program that all of a form is about.

    `paths` says for each model how to get to its program, `own` is the program of the row being changed. People
    chosen as colleagues must have a part in it.
    """
    ids = {field: program_of(row, paths[type(row)]) for field, row in chosen.items() if type(row) in paths}
    program = own or next((pk for pk in ids.values() if pk), None)
    for field, pk in ids.items():
        if pk != program:
            raise Refused(_("This belongs to another program."), field=field)
    if program is None:
        return
    for field, row in chosen.items():
        if isinstance(row, User) and not Post.objects.filter(program=program, user=row).exists():
            raise Refused(_("%(name)s has no part in this program.") % {"name": row}, field=field)
        if isinstance(row, Advocate) and not row.memberships.filter(program=program).exists():
            raise Refused(_("%(name)s is not known to this program.") % {"name": row}, field=field)


def program_for(advocate: Advocate, user: User) -> Program:
    """Return a program in which `user` may edit what is known of a person."""
    found = managed(user).filter(memberships__advocate=advocate).first()
    if found is None:
        raise Refused(_("No program of yours knows this person."))
    return found
