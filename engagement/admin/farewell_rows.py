"""What a farewell is made of: steps that were taken, perks that end, words it rests on, what is carried on after it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from engagement.actions import farewells
from engagement.models import Carried, FarewellWord
from influencers.actions import farewells as leaving
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.admin.readonly import ShownAdmin
from influencers.models import Farewell, FarewellStep, PerkEnd
from influencers.refusals import Refused


@admin.register(FarewellStep)
class FarewellStepAdmin(ShownAdmin):
    """A step that was taken, by whom and when. It is taken on the farewell's own page."""

    program_path = "farewell__membership__program"
    list_display = ("farewell", "step", "done_by", "done_at")
    list_filter = ("step", ("farewell__membership__program", ScopedFilter))
    list_select_related = ("farewell__membership__advocate", "farewell__membership__program", "done_by")
    search_fields = ("farewell__membership__advocate__search_text",)
    date_hierarchy = "done_at"


@admin.register(FarewellWord)
class FarewellWordAdmin(ShownAdmin):
    """The touchpoint in which somebody was told, or thanked. It is named on the farewell's own page."""

    program_path = "farewell__membership__program"
    list_display = ("farewell", "what", "touchpoint")
    list_filter = ("what", ("farewell__membership__program", ScopedFilter))
    list_select_related = ("farewell__membership__advocate", "farewell__membership__program", "touchpoint")
    search_fields = ("farewell__membership__advocate__search_text",)


@admin.register(PerkEnd)
class PerkEndAdmin(KeptAdmin):
    """Until when somebody who leaves keeps what they were given."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("grant", "membership", "ends_on")
    list_filter = (("membership__program", ScopedFilter),)
    list_select_related = (
        "grant__perk",
        "grant__membership__advocate",
        "membership__advocate",
        "membership__program",
    )
    search_fields = ("membership__advocate__search_text", "grant__perk__name")
    autocomplete_fields = ("farewell", "grant")
    fields = ("farewell", "grant", "ends_on")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What it is about stays."""
        return ("farewell", "grant") if obj else ()

    def make(self, given: Given) -> PerkEnd:
        """Take the step of winding down with this date among the others."""
        return self._wind_down(given["farewell"], given["grant"].pk, given)

    def change(self, row: PerkEnd, given: Given) -> None:
        """Agree on another day."""
        self._wind_down(row.farewell, row.grant_id, given)

    def _wind_down(self, farewell: Farewell, grant: int, given: Given) -> PerkEnd:
        ends = dict(farewell.perk_ends.values_list("grant_id", "ends_on"))
        leaving.wind_down(
            farewell=farewell, by=given.by, now=given.now, ends={**ends, grant: given["ends_on"]}
        )
        return PerkEnd.objects.get(farewell=farewell, grant=grant)


@admin.register(Carried)
class CarriedAdmin(KeptAdmin):
    """A promise, a request or an ask that outlives the membership, and who sees to it."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("__str__", "membership", "to", "why")
    list_filter = (("to", ScopedFilter), ("membership__program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "to", "promise", "request", "ask")
    search_fields = ("membership__advocate__search_text", "why")
    autocomplete_fields = ("farewell", "promise", "request", "ask", "to")
    fields = ("farewell", "promise", "request", "ask", "to", "why")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What it is about stays."""
        return ("farewell", "promise", "request", "ask") if obj else ()

    def make(self, given: Given) -> Carried:
        """Hand it on."""
        thing = given["promise"] or given["request"] or given["ask"]
        if thing is None:
            raise Refused(_("Say which promise, request or ask goes on."), field="promise")
        return self._carry(given["farewell"], thing, given)

    def change(self, row: Carried, given: Given) -> None:
        """Hand it to somebody else, or say better why."""
        self._carry(row.farewell, row.thing, given)

    def _carry(self, farewell: Any, thing: Any, given: Given) -> Carried:
        return farewells.carry_on(
            farewell=farewell, by=given.by, now=given.now, thing=thing, **given.of("to", "why")
        )
