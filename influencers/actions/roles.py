"""What an advocate and we have agreed they do."""

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
def tell(*, role: Role, by: User, told_on: dt.date, how: str, told_by: User | None = None) -> Role:
    """Note that a member was told their role: by whom (`by` unless said), when and how."""
    require(role.membership.program, by, Post.WRITING)
    if told_on < role.since - dt.timedelta(days=366):
        raise Refused(_("They cannot have been told so long before the role began."), field="told_on")
    role.told_on, role.told_by, role.told_how = told_on, told_by or by, how.strip()
    checked(role)
    role.save_as(by)
    return role
