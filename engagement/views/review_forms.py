"""The forms in the rows of a review. Three hundred rows are of a dozen sorts: each sort is drawn once, and filled in.

What differs from row to row stands in the drawn form as a mark; marks are characters nobody can type.
"""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from engagement.forms.reviews import Outcome, RowForm
from engagement.insights.review_rows import Row
from influencers.forms.fields import colleagues
from influencers.models import RotationReview
from influencers.views.seen import Reader

MARKS = ("url", "told", "seen", "name", "wish", "reason", "teller", "tells")
MARK = {name: chr(0xE000 + number) for number, name in enumerate(MARKS)}
KEYS = {Outcome.RENEW: "r", Outcome.NEW_ROLE: "n", Outcome.PAUSE: "p", Outcome.ALUMNI: "a", Outcome.END: "e"}


class Forms:
    """Draws the forms of one page's rows."""

    def __init__(self, review: RotationReview, reader: Reader, here: str, token: str) -> None:
        self.review, self.reader = review, reader
        slug = review.program.slug
        self._url = reverse("engagement:decide-in-review", args=[slug, review.pk, 0])
        self._told = reverse("engagement:told", args=[slug, 0, 0])
        self._person = reverse("engagement:advocate", args=[slug, 0])
        self._drawn: dict[Any, tuple[str, str]] = {}
        self._tells = _("%(who)s tells them")
        self._page = {
            "review": review, "reader": reader, "here": here, "token": token, "mark": MARK,
            "outcomes": [(value, label, KEYS[Outcome(value)]) for value, label in Outcome.choices],
            "tellers": self._colleagues(),
        }  # fmt: skip

    def fill(self, row: Row, typed: RowForm | None = None) -> Row:
        """Give a row its address and its forms; with what was typed, if that was refused."""
        decision = row.decision
        member = decision.membership
        row.url = self._person.replace("/0/", f"/{member.advocate_id}/")
        sort = (
            row.stage,
            decision.outcome,
            decision.proposed_by_id == self.reader.user.pk,
            bool(decision.wish),
        )
        if typed is not None:
            sort = (*sort, typed)  # type: ignore[assignment]
        if sort not in self._drawn:
            self._drawn[sort] = self._draw(row, typed)
        teller = decision.teller or member.owner
        told = self._told.replace("/members/0/", f"/members/{member.pk}/").replace(
            "/0/told/", f"/{decision.pk}/told/"
        )
        values = {
            "url": self._url.replace("/decisions/0/", f"/decisions/{decision.pk}/"), "told": told,
            "seen": str(typed.typed("seen") if typed else decision.version), "name": row.name,
            "wish": typed.typed("wish") or decision.wish if typed else decision.wish,
            "reason": typed.typed("reason") if typed else decision.reason,
            "teller": str(teller.pk) if teller else "",
            "tells": self._tells % {"who": teller} if teller else _("Who tells them?"),
        }  # fmt: skip
        row.forms = (_filled(self._drawn[sort][0], values), _filled(self._drawn[sort][1], values))
        return row

    def _draw(self, row: Row, typed: RowForm | None) -> tuple[str, str]:
        chosen = typed.typed("outcome") if typed else row.decision.outcome
        context = {
            **self._page, "row": row, "decision": row.decision, "chosen": chosen, "typed": typed is not None,
            "pressed": typed.typed("do") if typed else "",
            "mine": row.decision.proposed_by_id == self.reader.user.pk,
        }  # fmt: skip
        return (
            render_to_string("engagement/reviews/wish.html", context),
            render_to_string("engagement/reviews/form.html", context),
        )

    def _colleagues(self) -> SafeString:
        """Return the colleagues as options."""
        if not self.reader.may_manage:
            return mark_safe("")
        named = ((one.pk, one.name) for one in colleagues(self.review.program))
        return format_html_join("", '<option value="{}">{}</option>', named)


def _filled(drawn: str, values: dict[str, str]) -> SafeString:
    for name, value in values.items():
        if MARK[name] in drawn:
            drawn = drawn.replace(MARK[name], conditional_escape(value))
    return mark_safe(drawn)  # noqa: S308 - the marks of an escaped template, filled with escaped values
