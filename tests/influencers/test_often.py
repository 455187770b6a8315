"""Questions whose SQL is written once answer like the querysets they came from."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.db.models import F, Q
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from influencers.models import Membership, Program
from influencers.often import Often, OftenAmong, OftenSQL
from influencers.stencils import Stencil, stand_ins
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 5, 4)
WEEK = dt.timedelta(days=7)


def joined(program: int, day: dt.date) -> Any:
    members = Membership.objects.filter(program=program, joined_on__lt=day + WEEK)
    return members.select_related("advocate").annotate(called=F("advocate__name")).order_by("pk")


def test_the_rows_are_those_of_the_queryset_with_what_it_fetched_beside_them() -> None:
    one, other = MembershipFactory(joined_on=DAY), MembershipFactory(joined_on=DAY + WEEK)
    often: Often[Membership] = Often(joined)

    for member in (one, other, one):
        for day in (DAY, DAY + dt.timedelta(days=1), DAY - WEEK):
            found = often(program=member.program_id, day=day)
            assert found == list(joined(member.program_id, day))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        (found_one,) = often(program=one.program_id, day=DAY)
        assert vars(found_one)["called"] == found_one.advocate.name
    assert len(asked) == 1


def test_values_texts_and_instants_are_filled_in() -> None:
    member = MembershipFactory()
    often = Often(
        lambda slug, since: Program.objects.filter(slug=slug, created_at__gte=since).values_list("pk", "slug")
    )
    begun = member.program.created_at

    assert often(slug=member.program.slug, since=begun) == [(member.program_id, member.program.slug)]
    assert often(slug=member.program.slug, since=begun + dt.timedelta(seconds=1)) == []
    assert often(slug="nobody's", since=begun) == []


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 9])
def test_rows_among_any_number_of_ids(count: int) -> None:
    members = [MembershipFactory() for _ in range(10)]
    among: OftenAmong[Membership] = OftenAmong(
        lambda ids, day: Membership.objects.filter(
            Q(joined_on__isnull=True) | Q(joined_on__lte=day), pk__in=ids
        )
    )

    found = among([member.pk for member in members[:count]], day=dt.date(2100, 1, 1))

    assert {member.pk for member in found} == {member.pk for member in members[:count]}


def test_an_id_that_no_row_can_have_finds_nothing() -> None:
    assert Often(lambda pk: Membership.objects.filter(pk=pk))(pk=2**70) == []


def test_a_question_that_is_always_empty_stays_so() -> None:
    assert Often(lambda pk: Membership.objects.filter(pk=pk).none())(pk=1) == []


def test_a_value_that_the_sql_does_not_hang_on_is_refused() -> None:
    with pytest.raises(ValueError, match="does not hang on day"):
        Often(lambda program, day: Membership.objects.filter(program=program))(program=1, day=DAY)


def test_a_time_worked_out_from_a_value_is_refused() -> None:
    begin = lambda day: dt.datetime.combine(day, dt.time(), dt.UTC)  # noqa: E731

    with pytest.raises(ValueError, match="worked out"):
        Often(lambda day: Membership.objects.filter(joined_on=day, last_touch_at__gte=begin(day)))(day=DAY)


@pytest.mark.parametrize("value", [None, True, [1]])
def test_what_changes_the_question_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        Often(lambda program: Membership.objects.filter(program=program))(program=value)


def test_sql_of_several_querysets_is_written_once() -> None:
    written = []

    def write(program: int, day: dt.date) -> tuple[str, list[Any]]:
        written.append(program)
        return "SELECT %s, %s, 'x'", [program, day]

    often = OftenSQL(write)

    assert often(program=3, day=DAY) == ("SELECT %s, %s, 'x'", (3, DAY))
    assert often(program=4, day=DAY) == ("SELECT %s, %s, 'x'", (4, DAY))
    assert len(written) == 1


@given(st.integers(0, 2**62), st.text(max_size=20), st.dates(dt.date(1900, 1, 1)), st.integers(-400, 400))
def test_a_stencil_fills_in_exactly_what_was_given(number: int, text: str, day: dt.date, off: int) -> None:
    values = {"number": number, "text": text, "day": day}
    standing_in: Any = stand_ins(values)
    moved = dt.timedelta(days=off)
    params = [7, standing_in["text"], standing_in["day"] + moved, standing_in["number"], "2026-01-01"]

    stencil = Stencil.cut("", params, standing_in, connection)

    expected: Any = day + moved if day <= dt.date.max - dt.timedelta(days=400) else None
    if expected is not None:
        assert stencil.filled(values) == (7, text, expected, number, "2026-01-01")
