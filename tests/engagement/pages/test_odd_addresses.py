"""Addresses that people mistype, cut off or make up: a page or 'not found', never our fault."""

import datetime as dt

import pytest

from tests.engagement.pages.people import TODAY, enter, member_of, stop_the_clock

pytestmark = pytest.mark.django_db
LONG = "9" * 5000  # more digits than Python reads as a number
ADDRESSES = {
    "a superscript as a perk": "perks/?perk=²",
    "a superscript as an exchange": "advocates/{advocate}/promises/new/?exchange=²",
    "a superscript as prepared content": "compose/?prepared=²",
    "a superscript as a center": "ties/?around=²",
    "many digits as rows": f"rotation/reviews/{{review}}/?rows={LONG}",
    "many digits as a part": f"ties/?part={LONG}",
    "many digits as a member": f"log/?member={LONG}",
    "many digits as somebody to merge": f"members/{{member}}/merge/?with={LONG}",
    "no character in words of requests": "requests/?q=%00",
    "no character in words of whom": "asks/new/?q=%00",
    "no character in words of compose": "compose/?q=%00",
    "no character in words of prepared content": "prepared/?q=%00",
    "no character in a tag": "prepared/?tag=%00",
    "no character in the palette": "palette/?q=%00",
    "no character in whom to merge": "members/{member}/merge/?q=%00",
    "no character as a department": "asks/?department=%00",
    "a month that is none": "asks/?month=0000-00",
    "the last month there is": "asks/?month=9999-12",
    "the first month there is": "asks/?month=0001-01",
    "a step that is none": "members/{member}/farewell/steps/?step=%00",
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_an_odd_address_is_answered(client, address):
    program, manager = enter(client)
    member = member_of(program)
    review = program.reviews.create(
        name="Summer", starts_on=TODAY, ends_on=TODAY + dt.timedelta(days=90), begun_by=manager
    )
    ids = {"advocate": member.advocate_id, "member": member.pk, "review": review.pk}

    answer = client.get(f"/{program.slug}/{address.format(**ids)}")

    assert answer.status_code in (200, 302, 404)
