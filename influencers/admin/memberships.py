"""Memberships: their steps, and who looks after whom how often."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from influencers.actions import farewells
from influencers.actions import memberships as actions
from influencers.admin.choices import ScopedFilter
from influencers.admin.facts import FactInline
from influencers.admin.given import Given
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.admin.terms import RoleInline, TermInline
from influencers.insights import capacity
from influencers.models import Connection, Farewell, Grant, Membership, RotationDecision, Vouch
from influencers.models.memberships import Status
from influencers.refusals import Refused

COLORS = {
    "invited": "info", "welcoming": "info", "active": "success", "paused": "warning", "leaving": "warning",
    "not_joined": "danger",
}  # fmt: skip


class ConnectionInline(Shown):
    """Whom they know."""

    model = Connection
    fk_name = "membership"
    fields = ("other", "kind", "how")
    related = ("membership__advocate", "membership__program", "other__advocate", "other__program")


class VouchInline(Shown):
    """Who gave their word for them."""

    model = Vouch
    fk_name = "membership"
    fields = ("by_membership", "by_user", "words", "how_known", "given_on", "checked_on", "withdrawn_on")
    related = ("membership__advocate", "by_membership__advocate", "by_membership__program", "by_user")


class GrantInline(Shown):
    """What they were given."""

    model = Grant
    fields = ("perk", "reason", "given_by", "given_on")
    related = ("perk", "given_by", "membership__advocate")


class DecisionInline(Shown):
    """What was decided at the ends of their terms."""

    model = RotationDecision
    fields = ("outcome", "reason", "proposed_by", "released_at", "tell_by", "told_on")
    related = ("proposed_by", "membership__advocate", "membership__program")


class FarewellInline(Shown):
    """Their farewells."""

    model = Farewell
    fields = ("cause", "reason", "begun_on", "told_on", "told_by", "completed_at")
    related = ("told_by", "membership__advocate", "membership__program")


@admin.register(Membership)
class MembershipAdmin(Uncounted, KeptAdmin):
    """An advocate's time in a program."""

    program_path = "program"
    named_by = ("advocate", "program", "tier", "owner")
    may = frozenset({"add", "change"})
    lead = _(
        "A step of the status is taken by the same action as on the pages: nobody becomes active without owner, "
        "role and date, and nobody leaves without a farewell."
    )
    list_display = (
        "advocate", "program", "shown_status", "tier", "owner", "joined_on", "term_ends_on", "last_touch_at",
    )  # fmt: skip
    list_filter = ("status", ("program", ScopedFilter), ("tier", ScopedFilter), ("owner", ScopedFilter))
    date_hierarchy = "joined_on"
    ordering = ("sort_name", "id")
    search_fields = ("advocate__search_text",)
    search_help_text = _("Name, nickname, @handle or e-mail address")
    autocomplete_fields = ("advocate", "owner", "tier")
    inlines = (
        TermInline, RoleInline, FactInline, ConnectionInline, VouchInline, GrantInline, DecisionInline, FarewellInline,
    )  # fmt: skip
    derived = (
        "term_ends_on", "decide_by", "ideal_due_on", "latest_due_on", "live_due_on", "last_touch_at", "last_live_at",
        "last_in_at", "last_out_at", "answer_due_on", "created_at", "updated_at",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": (("advocate", "program"), ("status", "not_joined_because"), "come_from")}),
        (_("Care"), {"fields": (("owner", "tier"), ("ideal_days", "latest_days"), "review_on")}),
        (_("Dates"), {"fields": (("role", "farewell"), ("joined_on", "ended_on"))}),
        (_("Derived"), {"classes": ("collapse",), "fields": (
            ("term_ends_on", "decide_by"), ("ideal_due_on", "latest_due_on", "live_due_on"),
            ("last_touch_at", "last_live_at"), ("last_in_at", "last_out_at"), "answer_due_on",
            ("created_at", "updated_at"),
        )}),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Somebody new is a prospect: nothing else is known yet."""
        return self.fieldsets if obj else [(None, {"fields": ("advocate", "program", "come_from")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What follows from terms, roles, farewells and touches is not typed."""
        fixed = ("advocate", "program", "role", "farewell", "joined_on", "ended_on")
        return (*fixed, *self.derived) if obj else ()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Find people as the application does."""
        for word in search_term.split():
            queryset = queryset.filter(advocate__search_text__icontains=word.lstrip("@"))
        return queryset, False

    @display(description=_("status"), ordering="status", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_status(self, row: Membership) -> tuple[str, str]:
        """Return the status, in its color."""
        return row.status, row.get_status_display()

    def make(self, given: Given) -> Membership:
        """Make somebody known to another of one's programs."""
        return actions.make_known(
            advocate=given["advocate"], program=given["program"], by=given.by, come_from=given["come_from"]
        )

    def change(self, row: Membership, given: Given) -> None:
        """Hand over, change the cadence, then take the step asked for."""
        if given.changed("owner") and given["owner"] is not None:
            actions.set_owner(membership=row, by=given.by, owner=given["owner"], seen=given.seen())
        elif given.changed("owner"):
            raise Refused(_("Somebody looks after everybody. Choose another owner."), field="owner")
        care = {name: given[name] for name in actions.CARE if given.changed(name)}
        if care:
            actions.set_care(membership=row, by=given.by, now=given.now, seen=given.seen(), **care)
        if given.changed("status"):
            step(row, given["status"], given)
        elif given.changed("not_joined_because"):
            raise Refused(_("Say this together with the status “did not join”."), field="not_joined_because")


def step(row: Membership, to: str, given: Given) -> None:
    """Take one step in the life of a membership, by the action for it."""
    by, now, seen = given.by, given.now, given.seen()
    if to == Status.INVITED:
        actions.invite(membership=row, by=by, seen=seen)
    elif to == Status.NOT_JOINED:
        actions.did_not_join(membership=row, by=by, because=given["not_joined_because"], seen=seen)
    elif to == Status.PAUSED:
        if given["review_on"] is None:
            raise Refused(_("Say on which day we look at it again."), field="review_on")
        actions.pause(membership=row, by=by, now=now, review_on=given["review_on"], seen=seen)
    elif row.status == Status.PAUSED and to in (Status.ACTIVE, Status.WELCOMING):
        actions.resume(membership=row, by=by, now=now, seen=seen)
    elif row.status == Status.LEAVING and to in (Status.ACTIVE, Status.WELCOMING):
        farewells.call_off(farewell=row.farewells.get(completed_at=None), by=by, now=now)
    elif to == Status.ACTIVE:
        actions.settle(membership=row, by=by, now=now, seen=seen)
    elif to == Status.WELCOMING and row.status != Status.ACTIVE:
        given.warn(capacity.warning(row.program))
        actions.welcome(membership=row, by=by, now=now, seen=seen)
    else:
        raise Refused(_refusal(to), field="status")


def _refusal(to: str) -> str:
    if to in (Status.LEAVING, Status.ALUMNI, Status.ENDED):
        return gettext("Nobody leaves without a farewell. Begin one under Farewells, and complete it there.")
    return gettext("There is no such step. Leave the status as it is.")
