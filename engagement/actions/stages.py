"""Putting somebody forward for a stage, with what had been checked by then; and calling it off."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.insights.stages import checks
from engagement.models import PutForward
from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, User
from influencers.refusals import Refused

ONCE = "put_forward_once|putforward.membership_id"


@transaction.atomic
def put_forward(
    *,
    membership: Membership,
    by: User,
    kind: str,
    where: str,
    on: dt.date,
    now: dt.datetime,
    despite: str = "",
) -> PutForward:
    """Return that a member was put forward, and what nobody had checked: then `despite` says why all the same."""
    require(membership.program, by, Post.WRITING)
    today = membership.program.today(now)
    if on < today:
        raise Refused(_("That day has passed: put somebody forward for a day to come."), field="on")
    fresh = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("program", "advocate")
        .get(pk=membership.pk)
    )
    unchecked = [one for one in checks(fresh, today) if not one.ok]
    if unchecked and not despite.strip():
        raise Refused(
            _("Not checked: %(what)s. Check it first, or say why all the same.")
            % {"what": ", ".join(one.label for one in unchecked)},
            field="despite",
        )
    made = PutForward(
        membership=membership, kind=kind, where=where.strip(), on=on, put_by=by, put_on=today,
        unchecked=",".join(one.code for one in unchecked), despite=despite.strip() if unchecked else "",
    )  # fmt: skip
    checked(made)
    with refusing(ONCE, str(_("They were put forward for this already.")), field="where"):
        made.save_as(by)
    return made


@transaction.atomic
def call_off(
    *, put_forward: PutForward, by: User, because: str, now: dt.datetime, seen: int | None = None
) -> PutForward:
    """Note that nothing comes of it, and why."""
    require(put_forward.membership.program, by, Post.WRITING)
    if put_forward.called_off_on is not None:
        raise Refused(_("This was called off already."))
    if not because.strip():
        raise Refused(_("Say why it is called off."), field="because")
    today = put_forward.membership.program.today(now)
    put_forward.called_off_on, put_forward.called_off_by = today, by
    put_forward.called_off_because = because.strip()
    checked(put_forward)
    put_forward.save_as(by, seen=seen)
    return put_forward
