"""Who vouched for whom, how often, and how often that was judged right afterwards."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q

from engagement.models import Touchpoint
from engagement.models.messages import Verdict
from influencers.models import Program

MOST = 50


@dataclass(frozen=True, slots=True)
class Vouching:
    """One colleague's word for another's messages. `judged` of `count` were looked at again, `right` were personal."""

    writer: str
    voucher: str
    count: int
    judged: int
    right: int
    by_oneself: bool


def vouchings_in(program: Program) -> list[Vouching]:
    """Return who vouched for whom in a program, most first; one statement."""
    personal = Q(evaluation_case__right__in=[Verdict.PASS, Verdict.WARN])
    rows = (
        Touchpoint.objects.filter(program=program).vouched().order_by()
        .values("author", "author__name", "vouched_by", "vouched_by__name")
        .annotate(
            count=Count("pk"), judged=Count("evaluation_case"), right=Count("pk", filter=personal),
            latest=Max("vouched_at"),
        )
        .order_by("-count", "-latest")[:MOST]
    )  # fmt: skip
    return [
        Vouching(
            row["author__name"], row["vouched_by__name"], row["count"], row["judged"], row["right"],
            row["author"] == row["vouched_by"],
        )
        for row in rows
    ]  # fmt: skip
