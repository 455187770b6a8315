"""Touchpoints: exchanges with advocates, and the words that went out."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from engagement.actions import messages, touchpoints
from engagement.admin.touchpoint_form import TouchpointForm, ours_in_writing
from engagement.insights.findings import shown_in
from engagement.models import Participation, Touchpoint
from engagement.models.messages import GONE_OUT, Standing
from influencers.access import programs_for
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.admin.readonly import ShownAdmin

CORRECTED = ("kind", "direction", "channel", "link", "happened_at", "words", "needs_answer")
COLORS = {"pass": "success", "warn": "warning", "block": "danger"}


class ParticipationInline(Shown):
    """Who took part."""

    model = Participation
    fields = ("membership",)
    related = ("membership__advocate", "membership__program")


@admin.register(Touchpoint)
class TouchpointAdmin(Uncounted, KeptAdmin):
    """One exchange. What we write is read by the personal check here as anywhere; what went out stays as it was."""

    form = TouchpointForm
    program_path = "program"
    may = frozenset({"add", "change"})
    lead = _(
        "What we write to somebody passes the personal check when it is saved, exactly as in Compose. Words that went "
        "out are not changed afterwards, and nothing is sent to many at once."
    )
    list_display = (
        "happened_at",
        "kind",
        "direction",
        "beginning",
        "to_whom",
        "shown_verdict",
        "standing",
        "logged_by",
    )
    list_filter = (
        "kind", "direction", "standing", "verdict", ("program", ScopedFilter), ("logged_by", ScopedFilter),
        ("vouched_by", admin.EmptyFieldListFilter),
    )  # fmt: skip
    list_select_related = ("recipient__advocate", "recipient__program", "logged_by")
    date_hierarchy = "happened_at"
    search_fields = ("words", "recipient__advocate__search_text")
    search_help_text = _("What was said, or to whom")
    inlines = (ParticipationInline,)
    fixed = (
        "program", "recipient", "author", "standing", "verdict", "shown_findings", "vouched_by", "vouched_at",
        "vouch_reason", "writers_sentence", "origin", "logged_by", "created_at", "updated_at",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": (("kind", "direction"), "happened_at", ("channel", "link"), "needs_answer", "words")}),
        (_("Personal check"), {"fields": (
            ("standing", "verdict"), "shown_findings", "vouch", ("vouched_by", "vouched_at"), "vouch_reason",
            "writers_sentence",
        )}),
        (_("On record"), {"classes": ("collapse",), "fields": (
            ("program", "recipient"), ("author", "logged_by"), "origin", ("created_at", "updated_at"),
        )}),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask with whom it was; a colleague's word is asked for where a message waits for it."""
        if obj is None:
            said = (
                "members",
                ("kind", "direction"),
                "happened_at",
                ("channel", "link"),
                "needs_answer",
                "words",
            )
            ours = {"fields": ("already_out", "writers_sentence")}
            return [(None, {"fields": said}), (_("A letter, message or comment from us"), ours)]
        if obj.standing == Standing.HELD:
            return self.fieldsets
        name, options = self.fieldsets[1]
        without: Any = tuple(line for line in options["fields"] if line != "vouch")
        return (self.fieldsets[0], (name, {"fields": without}), self.fieldsets[2])

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Words that went out, or wait for a colleague's word, are shown, not edited."""
        if obj is None:
            return ()
        written = (*GONE_OUT, Standing.HELD, Standing.ERASED)
        return (*self.fixed, *(("kind", "direction", "words") if obj.standing in written else ()))

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Who took part, once it is on record."""
        return self.inlines if obj else ()

    @admin.display(description=_("words"))
    def beginning(self, row: Touchpoint) -> str:
        """Return the first words."""
        return row.words[:70] + ("…" if len(row.words) > 70 else "")

    @admin.display(description=_("to"))
    def to_whom(self, row: Touchpoint) -> str:
        """Return the recipient's name; the program is the same for a whole list."""
        return str(row.recipient.advocate) if row.recipient else "–"

    @display(description=_("verdict"), ordering="verdict", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_verdict(self, row: Touchpoint) -> tuple[str, str] | None:
        """Return the verdict in its color."""
        return (row.verdict, row.get_verdict_display()) if row.verdict else None

    @admin.display(description=_("findings"))
    def shown_findings(self, row: Touchpoint) -> str:
        """Return what the personal check had to say."""
        programs = programs_for(row.reader)  # type: ignore[attr-defined]
        said = [(found.sentence,) for found in shown_in([row], programs)[row.pk]]
        return format_html_join("", "<p>{}</p>", said) or "–"

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Remember who looks: what was found in words sent in another program is not shown to everybody."""
        row = super().get_object(request, object_id, from_field)
        if row is not None:
            row.reader = request.user
        return row

    def make(self, given: Given) -> Touchpoint:
        """Log it; what we write is accepted by the personal check first."""
        details = given.of("kind", "channel", "link", "words")
        members = list(given["members"])
        if not ours_in_writing(given.form.cleaned_data):
            return touchpoints.log(
                program=members[0].program, by=given.by, members=members, now=given.now,
                **details, **given.of("direction", "happened_at", "needs_answer"),
            )  # fmt: skip
        common = {"membership": members[0], "by": given.by, "now": given.now, **details}
        if given["already_out"]:
            return messages.log_elsewhere(
                happened_at=given["happened_at"], sentence=given["writers_sentence"], **common
            )
        return messages.write(**common)

    def change(self, row: Touchpoint, given: Given) -> None:
        """Correct it, or give one's word for a message that waits for it."""
        changes = {name: given[name] for name in CORRECTED if given.changed(name)}
        if changes:
            touchpoints.correct(
                touchpoint=row, by=given.by, now=given.now, seen=given.seen() or row.version, **changes
            )
        if given.has("vouch") and given["vouch"]:
            messages.vouch_for(touchpoint=row, by=given.by, reason=given["vouch"], now=given.now)


@admin.register(Participation)
class ParticipationAdmin(Uncounted, ShownAdmin):
    """Who took part in what."""

    program_path = "touchpoint__program"
    list_display = ("membership", "touchpoint", "happened_at")
    list_select_related = ("membership__advocate", "membership__program", "touchpoint")
    list_filter = (("touchpoint__program", ScopedFilter),)
    date_hierarchy = "happened_at"
    search_fields = ("membership__advocate__search_text",)
