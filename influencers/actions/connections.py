"""Who knows whom."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Connection, Membership, Post, User
from influencers.refusals import Refused


@transaction.atomic
def connect(*, membership: Membership, other: Membership, by: User, kind: str, how: str = "") -> Connection:
    """Return the connection of two people of a program. Said of one, it holds for both: it is on record once."""
    require(membership.program, by, Post.WRITING)
    if membership.pk == other.pk:
        raise Refused(_("Somebody else, please: everybody knows themselves."), field="other")
    if other.program_id != membership.program_id:
        raise Refused(_("Nobody here is called so."), field="other")
    sentence = str(_("This is on record already."))
    if Connection.objects.filter(membership=other, other=membership, kind=kind).exists():
        raise Refused(sentence, field="other")
    made = Connection(membership=membership, other=other, kind=kind, how=how.strip())
    checked(made)
    with refusing("connection_once|connection.membership_id", sentence, field="other"):
        made.save_as(by)
    return made
