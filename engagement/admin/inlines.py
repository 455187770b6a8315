"""What happened with somebody, on the page of their membership."""

from django.utils.translation import gettext_lazy as _

from engagement.models import AdvocateRequest, Flag, Participation, Promise
from influencers.admin.inlines import Shown
from influencers.admin.memberships import MembershipAdmin


class TouchInline(Shown):
    """Exchanges with them."""

    model = Participation
    verbose_name_plural = _("touchpoints")
    fields = ("touchpoint", "happened_at")
    related = ("touchpoint", "membership__advocate", "membership__program")


class PromiseInline(Shown):
    """What was promised."""

    model = Promise
    fields = ("text", "made_by", "due_on", "owner", "state")
    related = ("owner",)


class RequestInline(Shown):
    """What they asked for."""

    model = AdvocateRequest
    fields = ("words", "asked_on", "owner", "due_on", "state", "decision")
    related = ("owner",)


class FlagInline(Shown):
    """What was flagged."""

    model = Flag
    fields = ("kind", "since", "snoozed_until", "snooze_reason", "closed_how")
    related = ("membership__advocate", "membership__program")


# People do not know of what happens between us; their page shows it all the same.
MembershipAdmin.inlines = (*MembershipAdmin.inlines, TouchInline, PromiseInline, RequestInline, FlagInline)  # type: ignore[assignment]
