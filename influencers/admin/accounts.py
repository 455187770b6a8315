"""Accounts, and how many follow them over time."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from influencers import access
from influencers.actions import advocates as actions
from influencers.actions.saving import checked
from influencers.admin.base import ScopedAdmin
from influencers.admin.given import Given
from influencers.admin.inlines import Edited
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.admin.scope import program_for
from influencers.models import Account, AudienceCount, Post, User


class AccountInline(Edited):
    """Somebody's presences on channels."""

    model = Account
    fields = ("platform", "handle", "url", "followers")


class AudienceCountInline(Edited):
    """How many followed it, day by day."""

    model = AudienceCount
    fields = ("counted_on", "followers", "source")


@admin.register(Account)
class AccountAdmin(Uncounted, KeptAdmin):
    """A presence on a channel."""

    may = frozenset({"add", "change", "delete"})
    list_display = ("handle", "platform", "followers", "advocate")
    list_filter = ("platform",)
    list_select_related = ("advocate",)
    search_fields = ("handle_key", "advocate__search_text")
    search_help_text = _("Handle or name")
    autocomplete_fields = ("advocate",)
    fields = ("advocate", "platform", "handle", "url", "followers")
    inlines = (AudienceCountInline,)

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Those of everybody whom one of the user's programs knows."""
        return Account.objects.filter(advocate__in=access.advocates_for(user, roles=Post.MANAGING))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """It does not move to somebody else."""
        return ("advocate",) if obj else ()

    def make(self, given: Given) -> Account:
        """Add it, or find the one that is there."""
        advocate = given.form.instance.advocate
        program = program_for(advocate, given.by)
        return actions.add_account(
            advocate=advocate, program=program, by=given.by, platform=given["platform"], handle=given["handle"],
            followers=given["followers"], url=given["url"], day=program.today(given.now),
        )  # fmt: skip

    def change(self, row: Account, given: Given) -> None:
        """Correct it; people are found by the new handle."""
        for name, value in given.of("platform", "url", "followers").items():
            setattr(row, name, value)
        row.handle = given["handle"].strip().lstrip("@")
        row.handle_key = row.handle.casefold()
        checked(row)
        row.save_as(given.by)
        actions.index_names(row.advocate)

    def remove(self, row: Account, by: User) -> None:
        """Remove it; people are not found by it any more."""
        row.delete_as(by)
        actions.index_names(row.advocate)


@admin.register(AudienceCount)
class AudienceCountAdmin(Uncounted, ScopedAdmin):
    """How many followed an account on a day."""

    may = frozenset({"add", "change", "delete"})
    list_display = ("account", "advocate", "counted_on", "followers", "source")
    list_select_related = ("account__advocate",)
    search_fields = ("account__handle_key",)
    autocomplete_fields = ("account",)
    date_hierarchy = "counted_on"

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Those of everybody whom one of the user's programs knows."""
        return AudienceCount.objects.filter(
            account__advocate__in=access.advocates_for(user, roles=Post.MANAGING)
        )

    @admin.display(description=_("advocate"))
    def advocate(self, row: AudienceCount) -> str:
        """Return whose account it is."""
        return str(row.account.advocate)

    def make(self, given: Given) -> AudienceCount:
        """Add a figure."""
        row: AudienceCount = given.form.instance
        checked(row)
        row.save()
        return row

    def change(self, row: AudienceCount, given: Given) -> None:
        """Correct a figure."""
        for name in ("counted_on", "followers", "source"):
            setattr(row, name, given[name])
        checked(row)
        row.save()
