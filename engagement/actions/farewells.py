"""Completing a farewell: only when nothing is left open between us."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import ngettext

from engagement.models import AdvocateRequest, Promise
from influencers.actions import farewells
from influencers.models import Farewell, Membership, User
from influencers.refusals import Refused


def left_open(membership: Membership) -> tuple[list[Promise], list[AdvocateRequest]]:
    """Return the promises and requests of somebody that nobody has settled."""
    promises = Promise.objects.filter(membership=membership).open().select_related("owner")
    wishes = AdvocateRequest.objects.filter(membership=membership).waiting().select_related("owner")
    return list(promises), list(wishes)


@transaction.atomic
def complete(*, farewell: Farewell, by: User, now: dt.datetime, **said: Any) -> Membership:
    """Return the ended membership. `said` is what `influencers.actions.farewells.complete` asks for.

    Refused while a promise of either side or a request is open: nobody leaves with a word hanging in the air.
    """
    promises, wishes = left_open(farewell.membership)
    count = len(promises) + len(wishes)
    if count:
        raise Refused(
            ngettext(
                "%(count)d promise or request is still open. Settle it first.",
                "%(count)d promises and requests are still open. Settle them first.",
                count,
            )
            % {"count": count}
        )
    return farewells.complete(farewell=farewell, by=by, now=now, **said)
