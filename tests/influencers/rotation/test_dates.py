"""Terms that touch, overlap and are back-dated; leap days, time zones and the hour that is skipped."""

import datetime as dt
import zoneinfo

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from influencers import clock
from influencers.actions import cadence, terms
from influencers.models import Membership, Program, Term
from influencers.refusals import Refused
from influencers.workdays import WorkingWeek
from tests.factories import MembershipFactory, PostFactory
from tests.factories.memberships import NOW

DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(1999, 1, 1), dt.date(2060, 12, 31))
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
WEEK = WorkingWeek.of("12345")
patient = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def agreements(draw):
    """Return terms one after the other, some touching, some with a gap between."""
    start, found = draw(DAYS), []
    for length, gap in draw(
        st.lists(st.tuples(st.integers(1, 900), st.integers(0, 90)), min_size=1, max_size=5)
    ):
        found.append(Term(starts_on=start, ends_on=start + length * DAY))
        start += (length + gap) * DAY
    return found


def dated(found, today, notice=60):
    member = Membership(program=Program(notice_days=notice), status=Membership.Status.WELCOMING)
    cadence.set_dates(member, WEEK, found, today)
    return member


@patient
@given(found=agreements(), today=DAYS)
def test_tenure_is_the_days_of_all_terms_before_today(found, today):
    member = dated(found, today)

    assert member.tenure_days(today) == sum(term.days_until(today) for term in found)


@patient
@given(found=agreements(), today=DAYS)
def test_while_a_term_runs_tenure_grows_by_a_day_a_day_and_nothing_is_stored_again(found, today):
    member = dated(found, today)
    if member.served_since is None or not any(
        t.starts_on <= today and today + DAY < t.ends_on for t in found
    ):
        return

    tomorrow = dated(found, today + DAY)

    assert tomorrow.served_since == member.served_since
    assert tomorrow.tenure_days(today + DAY) == member.tenure_days(today) + 1


def test_from_the_day_on_which_a_term_ends_tenure_grows_no_more():
    start, end = dt.date(2025, 1, 5), dt.date(2026, 1, 5)
    found = [Term(starts_on=start, ends_on=end)]

    last, over = dated(found, end - DAY), dated(found, end)

    assert (last.served_since, last.served_days) == (start, None)
    assert (over.served_since, over.served_days) == (None, 365)
    assert over.tenure_days(end + 30 * DAY) == 365


@pytest.mark.parametrize(("gap", "ends"), [(0, dt.date(2028, 1, 5)), (1, dt.date(2027, 1, 5))])
def test_a_term_that_begins_a_day_later_is_another_agreement(gap, ends):
    first = Term(starts_on=dt.date(2026, 1, 5), ends_on=dt.date(2027, 1, 5))
    later = Term(starts_on=first.ends_on + gap * DAY, ends_on=dt.date(2028, 1, 5))

    assert dated([first, later], dt.date(2026, 6, 1)).term_ends_on == ends


@patient
@given(found=agreements(), today=DAYS, notice=st.integers(1, 400))
def test_it_is_decided_the_notice_before_the_end_of_what_was_agreed(found, today, notice):
    member = dated(found, today, notice)

    assert member.decide_by == member.term_ends_on - notice * DAY


@patient
@given(found=agreements(), today=DAYS)
def test_terms_that_touch_are_one_agreement(found, today):
    whole = [Term(starts_on=found[0].starts_on, ends_on=found[0].ends_on)]
    for term in found[1:]:
        if term.starts_on == whole[-1].ends_on:
            whole[-1].ends_on = term.ends_on
        else:
            whole.append(Term(starts_on=term.starts_on, ends_on=term.ends_on))

    assert dated(found, today).term_ends_on == dated(whole, today).term_ends_on


@patient
@given(day=DAYS, months=st.integers(1, 48))
def test_a_term_of_months_ends_in_the_month_meant_on_its_day_or_its_last(day, months):
    ends = cadence.in_months(day, months)

    assert (ends.year * 12 + ends.month) - (day.year * 12 + day.month) == months
    assert ends.day == day.day or (ends + DAY).day == 1


def test_a_year_from_a_leap_day_ends_on_the_last_of_february():
    assert cadence.in_months(dt.date(2028, 2, 29), 12) == dt.date(2029, 2, 28)
    assert cadence.in_months(dt.date(2028, 2, 29), 48) == dt.date(2032, 2, 29)


@patient
@given(
    at=st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2040, 1, 1), timezones=st.just(dt.UTC)), zone=ZONES
)
def test_an_instant_lies_in_its_day_whatever_the_clocks_do(at, zone):
    day = clock.day_in(zone, at)

    assert clock.start_of(day, zone) <= at < clock.start_of(day + DAY, zone)


@patient
@given(
    zone=ZONES, at=st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2027, 1, 1), timezones=st.just(dt.UTC))
)
def test_today_is_the_programs_own(zone, at):
    assert Program(time_zone=zone).today(at) == at.astimezone(zoneinfo.ZoneInfo(zone)).date()


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    first=st.integers(-800, 800),
    length=st.integers(1, 500),
    offset=st.integers(-600, 600),
    other=st.integers(1, 500),
)
def test_the_database_takes_two_terms_unless_they_overlap(first, length, offset, other):
    with transaction.atomic():
        member = MembershipFactory()
        start = dt.date(2026, 1, 1) + first * DAY
        Term.objects.create(membership=member, starts_on=start, ends_on=start + length * DAY)
        later = start + offset * DAY
        overlap = later < start + length * DAY and start < later + other * DAY
        try:
            with transaction.atomic():
                Term.objects.create(membership=member, starts_on=later, ends_on=later + other * DAY)
        except IntegrityError:
            assert overlap
        else:
            assert not overlap
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_back_dated_end_is_no_renewal():
    member = MembershipFactory(active=True)
    manager = PostFactory(program=member.program, role="manager").user

    with pytest.raises(Refused, match="ends after it starts"):
        terms.renew(membership=member, by=manager, now=NOW, ends_on=dt.date(2026, 5, 1))

    assert member.terms.count() == 1


@pytest.mark.django_db
def test_the_list_by_tenure_finds_who_the_terms_say():
    program = MembershipFactory().program
    for days in (10, 364, 365, 700, 730, 2000):
        member = MembershipFactory(program=program, joined_on=dt.date(2015, 1, 1))
        today = program.today(NOW)
        Term.objects.create(membership=member, starts_on=today - days * DAY, ends_on=today + 9 * DAY)
        cadence.refresh(member, NOW)
    served = Membership.objects.filter(program=program).served

    assert served(program.today(NOW), below=365).count() == 2
    assert served(program.today(NOW), least=365, below=730).count() == 2
    assert served(program.today(NOW), least=730).count() == 2
