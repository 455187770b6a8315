"""Who knows whom."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Connection, Membership, Post, User
from influencers.refusals import Refused

ONCE = "connection_once"
KNOWN = _("This is on record already.")


@transaction.atomic
def connect(*, membership: Membership, other: Membership, by: User, kind: str, how: str = "") -> Connection:
    """Return the connection of two people of a program. Said of one, it holds for both: it is on record once."""
    require(membership.program, by, Post.WRITING)
    if membership.pk == other.pk:
        raise Refused(_("Somebody else, please: everybody knows themselves."), field="other")
    if other.program_id != membership.program_id:
        raise Refused(_("Nobody here is called so."), field="other")
    made = Connection(membership=membership, other=other, kind=kind, how=how.strip())
    _save(made, by, field="other")
    return made


@transaction.atomic
def edit(*, connection: Connection, by: User, kind: str, how: str, seen: int | None = None) -> Connection:
    """Change how two people know each other, or how we know."""
    require(connection.membership.program, by, Post.WRITING)
    _still(connection)
    connection.kind, connection.how = kind, how.strip()
    _save(connection, by, field="kind", seen=seen)
    return connection


@transaction.atomic
def end(
    *, connection: Connection, by: User, because: str, day: dt.date, seen: int | None = None
) -> Connection:
    """Note that a connection holds no more, and why. It stays on record as one that was."""
    require(connection.membership.program, by, Post.WRITING)
    _still(connection)
    connection.ended_on, connection.ended_by, connection.ended_because = day, by, because.strip()
    if not connection.ended_because:
        raise Refused(_("Say why it holds no more."), field="because")
    checked(connection)
    connection.save_as(by, seen=seen)
    return connection


def _still(connection: Connection) -> None:
    if connection.ended_on is not None:
        raise Refused(_("This connection has ended; what was stays as it was."))


def _save(connection: Connection, by: User, *, field: str, seen: int | None = None) -> None:
    pair = (connection.membership_id, connection.other_id)
    same = Connection.objects.standing().filter(kind=connection.kind).exclude(pk=connection.pk)
    if same.filter(Q(membership__in=pair) & Q(other__in=pair)).exists():
        raise Refused(KNOWN, field=field)
    checked(connection)
    with refusing(ONCE, str(KNOWN), field=field):
        connection.save_as(by, seen=seen)
