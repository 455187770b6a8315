"""Terms and roles: how long, and what was agreed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from influencers.actions import roles, terms
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.inlines import Edited, Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.models import Role, Term
from influencers.refusals import Refused

TERM = ("starts_on", "ends_on", "note")


class TermInline(Edited):
    """Stretches of a membership."""

    model = Term
    fields = ("starts_on", "ends_on", "agreed_ends_on", "note")
    readonly_fields = ("agreed_ends_on",)


class RoleInline(Shown):
    """What was agreed, and whether it was told."""

    model = Role
    fields = ("title", "statement", "since", "told_on", "told_by", "told_how", "agreed")
    related = ("told_by",)


@admin.register(Term)
class TermAdmin(Uncounted, KeptAdmin):
    """A stretch of a membership. What was agreed stays on record: terms are not deleted."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("membership", "starts_on", "ends_on", "agreed_ends_on", "note")
    list_filter = (("membership__program", ScopedFilter),)
    list_select_related = ("membership__advocate", "membership__program")
    date_hierarchy = "ends_on"
    search_fields = ("membership__advocate__search_text", "note")
    autocomplete_fields = ("membership",)
    fields = ("membership", "starts_on", "ends_on", "agreed_ends_on", "note")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A term does not move to somebody else."""
        return ("membership", "agreed_ends_on") if obj else ("agreed_ends_on",)

    def make(self, given: Given) -> Term:
        """Put it on record; the dates that follow from it are set again."""
        return terms.add(
            by=given.by, now=given.now, membership=given.form.instance.membership, **given.of(*TERM)
        )

    def change(self, row: Term, given: Given) -> None:
        """Correct it; the dates that follow from it are set again."""
        terms.correct(term=row, by=given.by, now=given.now, **given.of(*TERM))


@admin.register(Role)
class RoleAdmin(Uncounted, KeptAdmin):
    """What an advocate and we have agreed they do."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _(
        "A new statement is a new role; the earlier one stays on record. What can be added here is that it was told."
    )
    list_display = ("title", "membership", "since", "told_on", "told_by", "agreed")
    list_filter = (("membership__program", ScopedFilter), ("told_on", admin.EmptyFieldListFilter))
    list_select_related = ("membership__advocate", "membership__program", "told_by")
    date_hierarchy = "since"
    search_fields = ("title", "statement", "membership__advocate__search_text")
    autocomplete_fields = ("membership", "told_by")
    fieldsets = (
        (None, {"fields": ("membership", "title", "statement", "since")}),
        (_("Told"), {"fields": (("told_on", "told_by"), "told_how", "agreed", "their_words")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is agreed, then told."""
        return self.fieldsets if obj else self.fieldsets[:1]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What was agreed stays as it was."""
        return ("membership", "title", "statement", "since") if obj else ()

    def make(self, given: Given) -> Role:
        """State a new role of a member."""
        return roles.state(
            membership=given["membership"], by=given.by, title=given["title"], statement=given["statement"],
            since=given["since"],
        )  # fmt: skip

    def change(self, row: Role, given: Given) -> None:
        """Note that it was told."""
        if given["told_on"] is None:
            raise Refused(_("Say on which day they were told."), field="told_on")
        if given.changed("told_on", "told_by", "told_how"):
            roles.tell(
                role=row, by=given.by, now=given.now, told_on=given["told_on"], how=given["told_how"],
                told_by=given["told_by"], **given.of("agreed", "their_words"),
            )  # fmt: skip
        else:
            roles.hear(role=row, by=given.by, **given.of("agreed", "their_words"))
