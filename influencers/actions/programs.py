"""Programs and the colleagues in them."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions import cadence, colleagues, judging
from influencers.actions.saving import checked
from influencers.models import Post, Program, User
from influencers.refusals import NotAllowed, Refused

SETTINGS = (
    "name", "time_zone", "working_days", "ideal_days", "latest_days", "live_days", "answer_days", "request_days",
    "term_months", "notice_days", "welcome_days", "capacity", "digest_hour", "own_vouching",
    "hours_week", "follow_minutes", "message_minutes", "call_minutes", "meeting_minutes", "lunch_minutes",
    "meetings_of_ten", "lunches_of_ten", "asks_per_quarter", "ask_gap_days", *judging.SETTINGS,
)  # fmt: skip
DATING = (
    "time_zone",
    "working_days",
    "ideal_days",
    "latest_days",
    "live_days",
    "notice_days",
)  # what dates hang on


@transaction.atomic
def found(*, by: User, name: str, slug: str, **settings: Any) -> Program:
    """Return a new program; who founds it is its first admin. Only administrators of the installation may."""
    if not by.is_superuser:
        raise NotAllowed(_("Only an administrator of this installation founds programs."))
    program = Program(name=name.strip(), slug=slug, **settings)
    checked(program)
    program.save_as(by)
    Post(user=by, program=program, role=Post.Role.ADMIN).save_as(by)
    return program


@transaction.atomic
def change_settings(*, program: Program, by: User, now: dt.datetime, seen: int, **settings: Any) -> Program:
    """Change how a program works; every due date that follows from it is set again: see `cadence.follow`."""
    require(program, by, Post.MANAGING)
    before = [getattr(program, name) for name in DATING]
    for name, value in settings.items():
        if name not in SETTINGS:
            raise Refused(_("This cannot be changed here."), field=name)
        setattr(program, name, value)
    judging.check(program)
    checked(program)
    program.save_as(by, seen=seen)
    if before != [getattr(program, name) for name in DATING]:
        cadence.follow(program, now)
    return program


@transaction.atomic
def appoint(*, program: Program, by: User, user: User, role: str) -> Post:
    """Return the post of `user` in the program, new or changed."""
    _require_admin(program, by)
    post = Post.objects.filter(program=program, user=user).first() or Post(program=program, user=user)
    _keep_an_admin(program, post, role)
    judging.keep_who_decides(post, role)
    if post.pk and role not in Post.WRITING:
        colleagues.hands_over_first(user, program)
    post.role = role
    checked(post)
    post.save_as(by)
    return post


@transaction.atomic
def invite_colleague(*, program: Program, by: User, email: str, name: str, role: str) -> Post:
    """Return the post of whoever has that e-mail address: a colleague known already, or a new one.

    Somebody new cannot log in before they have set a password; the page sends them the link to do so.
    """
    _require_admin(program, by)
    email = email.strip().lower()
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User(email=email, name=name.strip())
        user.set_unusable_password()
        checked(user)
        user.save()
    elif program.posts.filter(user=user).exists():
        raise Refused(_("%(name)s is in this program already.") % {"name": user}, field="email")
    return appoint(program=program, by=by, user=user, role=role)


@transaction.atomic
def dismiss(*, post: Post, by: User) -> None:
    """Take a colleague out of a program. Refused while they look after somebody there."""
    _require_admin(post.program, by)
    _keep_an_admin(post.program, post, "")
    judging.keep_who_decides(post, "")
    colleagues.hands_over_first(post.user, post.program)
    post.delete_as(by)


def _require_admin(program: Program, by: User) -> None:
    """Program admins appoint; so do administrators of the installation, or a program could be left without any."""
    if not by.is_superuser:
        require(program, by, (Post.Role.ADMIN,))


def _keep_an_admin(program: Program, post: Post, role: str) -> None:
    others = program.posts.filter(role=Post.Role.ADMIN).exclude(pk=post.pk)
    if post.pk and post.role == Post.Role.ADMIN and role != Post.Role.ADMIN and not others.exists():
        raise Refused(_("A program needs an admin. Appoint another one first."), field="role")
