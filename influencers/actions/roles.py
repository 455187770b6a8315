"""What an advocate and we have agreed they do: stated, told, and whether they agree."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Membership, Post, Role, User
from influencers.refusals import Refused


@transaction.atomic
def state(
    *, membership: Membership, by: User, title: str, statement: str, since: dt.date, seen: int | None = None
) -> Role:
    """Return the new role of a member; the earlier statement stays on record."""
    require(membership.program, by, Post.MANAGING)
    role = Role(membership=membership, title=title.strip(), statement=statement.strip(), since=since)
    checked(role)
    role.save_as(by)
    membership.role = role
    membership.save_as(by, seen=seen)
    return role


@transaction.atomic
def tell(
    *, role: Role, by: User, now: dt.datetime, told_on: dt.date, how: str, told_by: User | None = None,
    agreed: str = "", their_words: str = "",
) -> Role:  # fmt: skip
    """Note that a member was told their role: by whom (`by` unless said), when and how; and what they said to it."""
    require(role.membership.program, by, Post.WRITING)
    if told_on > role.membership.program.today(now):
        raise Refused(_("This day has not come yet."), field="told_on")
    if told_on < role.since - dt.timedelta(days=366):
        raise Refused(_("They cannot have been told so long before the role began."), field="told_on")
    role.told_on, role.told_by, role.told_how = told_on, told_by or by, how.strip()
    if agreed:
        _answer(role, agreed, their_words)
    checked(role)
    role.save_as(by)
    return role


@transaction.atomic
def hear(*, role: Role, by: User, agreed: str, their_words: str = "") -> Role:
    """Note whether a member agrees to the role they were told; who disagrees is quoted. The last answer counts."""
    require(role.membership.program, by, Post.WRITING)
    if role.told_on is None:
        raise Refused(_("Tell them their role first; then note what they say to it."), field="agreed")
    if not agreed:
        raise Refused(_("Say whether they agree."), field="agreed")
    _answer(role, agreed, their_words)
    checked(role)
    role.save_as(by)
    return role


def _answer(role: Role, agreed: str, their_words: str) -> None:
    if agreed == Role.Agreed.NO and not their_words.strip():
        raise Refused(_("Write down what they said against it, in their words."), field="their_words")
    role.agreed, role.their_words = agreed, their_words.strip()
