"""The fairness page: what it shows, of which time, to whom."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.insights.fairness.period import period_of
from influencers import clock
from influencers.models import Post
from tests.engagement.fairness.deciding import decided, people
from tests.factories import AccountFactory, ProgramFactory, RequestFactory

pytestmark = pytest.mark.django_db
PAGE = "/press/fairness/"
NEEDS = (1, 2, 3, 4, 6, 9)


@pytest.fixture
def now():
    return clock.now()


def fair(web, **query):
    return web.get(PAGE, query).context["fair"]


def fill(program, now, count=48):
    """Have `count` requests decided as their need asks for."""
    members = people(program, 16)
    for place in range(count):
        need = NEEDS[place % 6]
        decided(
            members[place % 16], need, min(3, need // 2), now - dt.timedelta(days=place), pressed=place % 3
        )
    return members


def test_it_says_in_two_sentences_what_explains_who_got_what(web, program, now):
    for place, member in enumerate(fill(program, now)):
        AccountFactory(advocate=member.advocate, followers=10**place)

    found = fair(web).findings

    assert found.first.startswith("Of the differences in what people got, the assessed need explains")
    assert found.second
    assert [line.name for line in found.lines] == ["need", "loudness", "followers", "rest"]
    assert found.lines[0].share > 80


@pytest.mark.parametrize("count", [0, 39])
def test_of_few_decisions_it_says_that_it_cannot_say(web, program, now, count):
    fill(program, now, count)

    found = fair(web).findings

    assert "Too few decisions to say" in found.first
    assert found.lines == ()


def test_where_everybody_got_the_same_there_is_no_difference_to_explain(web, program, now):
    members = people(program, 16)
    for place in range(48):
        decided(members[place % 16], NEEDS[place % 6], 2, now)

    assert "the same answer" in fair(web).findings.first


def test_the_grid_counts_decisions_and_the_loud_ones_among_them(web, program, now):
    [member] = people(program, 1)
    decided(member, 9, 2, now)
    decided(member, 9, 2, now, public=1)
    decided(member, 9, 2, now, pressed=1)
    decided(member, 1, 3, now, pressed=2)

    cells = {(cell.need, cell.response): cell for cell in fair(web).grid.cells if cell.count}

    assert (cells[9, 2].count, cells[9, 2].loud, cells[9, 2].out) == (3, 1, "")
    assert (cells[1, 3].count, cells[1, 3].loud, cells[1, 3].out) == (1, 1, "much")


def test_what_was_put_off_or_is_not_decided_is_left_out(web, program, now):
    [member] = people(program, 1)
    RequestFactory(
        membership=member, assessed=True, decision="defer", look_again_on=now.date(), decided_at=now
    )
    RequestFactory(membership=member, assessed=True)

    assert fair(web).decided == 0


def test_what_was_pressed_for_only_afterwards_was_not_decided_after_pressure(web, program, now):
    [member] = people(program, 1)
    decided(member, 4, 2, now - dt.timedelta(days=9), after=3)

    shown = fair(web)

    assert (shown.after_pressure, shown.pressed) == (0, ())


def test_the_list_of_what_was_pressed_for_begins_with_public_pressure(web, program, now):
    [member] = people(program, 1)
    often = decided(member, 1, 3, now, pressed=4)
    public = decided(member, 9, 0, now, public=1)

    listed = fair(web).pressed

    assert [one.wish for one in listed] == [public, often]
    assert [(one.times, one.public, one.days) for one in listed] == [(1, 1, 2), (4, 0, 2)]
    assert (listed[0].too_little, listed[1].too_much) == (True, True)


def test_nothing_of_another_program_is_shown(web, program, now):
    other = ProgramFactory(slug="other")
    for member in people(other, 3):
        decided(member, 9, 2, now, public=2)

    shown = fair(web)

    assert (shown.decided, shown.pressed, shown.quiet) == (0, (), ())
    assert all(comparison.groups == () for comparison in shown.value)


@pytest.mark.parametrize("role", [Post.Role.STAFF, Post.Role.VIEWER])
def test_only_who_decides_sees_it(as_role, role):
    browser = as_role(role)

    assert browser.get(PAGE).status_code == 403
    assert PAGE not in browser.get("/press/today/").content.decode()


def test_periods_are_half_open_in_the_programs_time_zone(program):
    program.time_zone = "Pacific/Auckland"
    today = dt.date(2026, 2, 14)

    year, last, this = (period_of(program, name, today) for name in ("year", "quarter", "now"))

    assert (year.first, year.until) == (dt.date(2025, 2, 15), dt.date(2026, 2, 15))
    assert (last.first, last.until) == (dt.date(2025, 10, 1), dt.date(2026, 1, 1))
    assert (this.first, this.until) == (dt.date(2026, 1, 1), dt.date(2026, 4, 1))
    assert last.end == this.since == dt.datetime(2025, 12, 31, 11, tzinfo=dt.UTC)
    assert period_of(program, "nonsense", today).name == "year"


def test_a_decision_counts_in_its_own_period(web, program, now):
    [member] = people(program, 1)
    decided(member, 4, 2, period_of(program, "quarter", program.today(now)).since)

    assert [fair(web, period=name).decided for name in ("year", "quarter", "now")] == [1, 1, 0]


@pytest.mark.parametrize("count", [0, 48, 120])
def test_it_takes_at_most_fifteen_statements(web, program, now, count):
    fill(program, now, count)
    web.get(PAGE)

    with CaptureQueriesContext(connection) as seen:
        assert web.get(PAGE).status_code == 200

    assert len(seen) <= 15
