"""Programs: how often, how long, in which time zone; their tiers, holidays and colleagues."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from influencers import clock
from influencers.actions import judging, programs, tiers
from influencers.admin.base import ScopedAdmin
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.inlines import Edited, Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.scope import managed, person
from influencers.models import Holiday, Post, Program, Tier, User

TIER = ("name", "rank", "ideal_days", "latest_days")


class TierInline(Edited):
    """Groups whose members are seen as often as each other."""

    model = Tier
    fields = TIER


class HolidayInline(Edited):
    """Days on which nobody is at work."""

    model = Holiday
    fields = ("day", "name")


class PostInline(Shown):
    """Who does what in the program."""

    model = Post
    fields = ("user", "role")
    related = ("user", "program")


@admin.register(Program)
class ProgramAdmin(KeptAdmin):
    """A program. It is founded by an administrator of the installation, and run by its managers."""

    program_path = "pk"
    may = frozenset({"change"})
    list_display = ("name", "slug", "time_zone", "ideal_days", "latest_days", "term_months", "capacity")
    search_fields = ("name", "slug")
    inlines = (TierInline, HolidayInline, PostInline)
    fieldsets = (
        (None, {"fields": (("name", "slug"), ("time_zone", "working_days"), "capacity")}),
        (
            _("How often"),
            {"fields": (("ideal_days", "latest_days"), "live_days", ("answer_days", "request_days"))},
        ),
        (_("How long"), {"fields": (("term_months", "notice_days"), "welcome_days")}),
        (
            _("What a relationship takes"),
            {
                "fields": (
                    "hours_week",
                    "follow_minutes",
                    ("message_minutes", "call_minutes"),
                    ("meeting_minutes", "lunch_minutes"),
                    ("meetings_of_ten", "lunches_of_ten"),
                )
            },
        ),
        (_("What we ask of them"), {"fields": (("asks_per_quarter", "ask_gap_days"),)}),
        (
            _("What requests are judged by"),
            {
                "classes": ("collapse",),
                "fields": (
                    *judging.EXAMPLES,
                    ("large_value", "large_by"),
                    "large_decider",
                ),
            },
        ),
        (_("Habits"), {"fields": ("digest_hour", "own_vouching")}),
    )

    def rows_of(self, user: User) -> QuerySet[Any]:
        """One's own; for administrators of the installation all, to give a program its people."""
        return Program.objects.all() if user.is_superuser else super().rows_of(user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators of the installation found programs."""
        return person(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Those who manage it change it."""
        if not isinstance(obj, Program):
            return super().has_change_permission(request)
        return managed(person(request)).filter(pk=obj.pk).exists()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Addresses stay."""
        return ("slug",) if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """First it is founded."""
        return self.inlines if obj else ()

    def make(self, given: Given) -> Program:
        """Found it; who founds it is its first admin."""
        return programs.found(by=given.by, slug=given["slug"], **given.of(*programs.SETTINGS))

    def change(self, row: Program, given: Given) -> None:
        """Change how it works; due dates follow."""
        programs.change_settings(
            program=row,
            by=given.by,
            now=given.now,
            seen=given.seen() or row.version,
            **given.of(*programs.SETTINGS),
        )


@admin.register(Tier)
class TierAdmin(KeptAdmin):
    """A group within a program."""

    program_path = "program"
    may = frozenset({"add", "change", "delete"})
    list_display = ("name", "program", "rank", "ideal_days", "latest_days")
    list_filter = (("program", ScopedFilter),)
    list_select_related = ("program",)
    search_fields = ("name", "program__name")
    fields = ("program", *TIER)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """It stays in its program."""
        return ("program",) if obj else ()

    def make(self, given: Given) -> Tier:
        """Add it."""
        return tiers.add(program=given.form.instance.program, by=given.by, **given.of(*TIER))

    def change(self, row: Tier, given: Given) -> None:
        """Change it; the due dates of everybody in it follow."""
        tiers.change(tier=row, by=given.by, now=given.now, seen=given.seen(), **given.of(*TIER))

    def remove(self, row: Tier, by: User) -> None:
        """Remove a tier nobody is in."""
        tiers.remove(tier=row, by=by)


@admin.register(Holiday)
class HolidayAdmin(ScopedAdmin):
    """A day on which a program's people are not at work."""

    program_path = "program"
    may = frozenset({"add", "change", "delete"})
    list_display = ("day", "name", "program")
    list_filter = (("program", ScopedFilter),)
    list_select_related = ("program",)
    date_hierarchy = "day"
    search_fields = ("name",)
    fields = ("program", "day", "name")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """It stays in its program."""
        return ("program",) if obj else ()

    def make(self, given: Given) -> Holiday:
        """Add it; due dates move on."""
        program = given.form.instance.program
        return tiers.add_holiday(program=program, by=given.by, now=given.now, **given.of("day", "name"))

    def change(self, row: Holiday, given: Given) -> None:
        """Move it: the old day is worked on, the new one is not."""
        tiers.remove_holiday(holiday=row, by=given.by, now=given.now)
        tiers.add_holiday(program=row.program, by=given.by, now=given.now, **given.of("day", "name"))

    def remove(self, row: Holiday, by: User) -> None:
        """Have people work on that day after all."""
        tiers.remove_holiday(holiday=row, by=by, now=clock.now())
