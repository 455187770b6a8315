"""Prepared content, and drafts."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from engagement.actions import content as actions
from engagement.models import Draft, PreparedContent
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.kept import KeptAdmin
from influencers.admin.readonly import ShownAdmin
from influencers.admin.tagging import TagsField
from influencers.models import User


class ContentForm(RecordForm):
    """A snippet with its tags."""

    tags = TagsField()


@admin.register(PreparedContent)
class PreparedContentAdmin(KeptAdmin):
    """A snippet to start from; never sent as it is. It is retired, not deleted."""

    form = ContentForm
    program_path = "program"
    may = frozenset({"add", "change"})
    lead = _("A starting point to be adapted. Sent as it stands, the personal check refuses it.")
    list_display = ("title", "program", "tags", "retired_on", "updated_at")
    list_filter = (("program", ScopedFilter), ("retired_on", admin.EmptyFieldListFilter))
    list_select_related = ("program",)
    search_fields = ("title", "words")
    fields = ("program", "title", "words", "tags", "retired_on")

    def make(self, given: Given) -> PreparedContent:
        """Keep something new."""
        content = PreparedContent(program=given["program"])
        actions.put(content=content, by=given.by, **given.of("title", "words", "tags"))
        if given["retired_on"]:
            actions.retire(content=content, by=given.by, day=given["retired_on"])
        return content

    def change(self, row: PreparedContent, given: Given) -> None:
        """Change what it says, retire it, bring it back."""
        if given.changed("title", "words", "tags"):
            actions.put(content=row, by=given.by, seen=given.seen(), **given.of("title", "words", "tags"))
        if given.changed("retired_on"):
            if row.retired_on is not None:
                actions.bring_back(content=row, by=given.by, seen=given.seen())
            if given["retired_on"]:
                actions.retire(content=row, by=given.by, day=given["retired_on"], seen=given.seen())

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """It stays in the program it was written for."""
        return ("program",) if obj is not None else ()


@admin.register(Draft)
class DraftAdmin(ShownAdmin):
    """What one has begun to write oneself. Nobody reads somebody else's drafts."""

    program_path = "membership__program"
    may = frozenset({"delete"})
    list_display = ("membership", "kind", "channel", "updated_at")
    list_select_related = ("membership__advocate", "membership__program")
    search_fields = ("membership__advocate__search_text",)

    def rows_of(self, user: User) -> QuerySet[Any]:
        """One's own."""
        return super().rows_of(user).filter(author=user)
