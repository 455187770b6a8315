"""The list of reviews, and beginning one."""

import pytest

from influencers.models import RotationReview
from tests.factories.rotations import colleague

pytestmark = pytest.mark.django_db
LIST = "/press/rotation/reviews/"
JANUARY = {"name": "Winter", "starts_on": "2027-01-01", "ends_on": "2027-02-01", "overdue": "on"}


def test_a_review_is_begun_and_shown(web, member):
    response = web.post(LIST, JANUARY)

    review = RotationReview.objects.get()
    assert response.url == f"{LIST}{review.pk}/"
    assert b"Ana Ruiz" in web.get(response.url).content
    assert b"0 of 1 decided" in web.get(LIST).content


def test_a_period_in_which_nothing_ends_is_refused_with_a_sentence(web, member):
    response = web.post(LIST, {**JANUARY, "starts_on": "2026-02-01", "ends_on": "2026-03-01"})

    assert response.status_code == 422
    assert b"No term ends in this period" in response.content
    assert not RotationReview.objects.exists()


def test_a_period_ends_after_it_starts(web, member):
    response = web.post(LIST, {**JANUARY, "ends_on": "2027-01-01"})

    assert b"A period ends after it starts." in response.content
    assert not RotationReview.objects.exists()


def test_staff_looks_and_does_not_begin_one(client, program, member):
    client.force_login(colleague(program, "staff"))

    assert client.get(LIST).status_code == 200
    assert client.post(LIST, JANUARY).status_code == 403
    assert not RotationReview.objects.exists()


@pytest.mark.parametrize("count", [1, 8])
def test_the_list_takes_at_most_twelve_statements(web, program, count, django_assert_max_num_queries):
    for number in range(count):
        RotationReview.objects.create(
            program=program, name=f"Q{number}", starts_on="2027-01-01", ends_on="2027-02-01"
        )

    with django_assert_max_num_queries(12):
        assert web.get(LIST).status_code == 200
