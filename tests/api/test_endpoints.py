"""What each endpoint does."""

import datetime as dt

import pytest

from engagement.models import Flag, Touchpoint
from influencers import clock
from influencers.models import Account, AudienceCount, Membership
from tests.factories import (
    FlagFactory,
    MembershipFactory,
    PostFactory,
    RequestFactory,
    TouchpointFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOTE = "Ana loves the new press and worries about the print quality of the spring posters."
PERSONAL = (
    "Ana, you were right about the print quality of the spring posters: we changed the paper last week."
)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"


def test_somebody_new_becomes_a_prospect(api, member):
    answer = api.post(
        "advocates/", {"program": member.program.slug, "name": "Tom Okafor", "tags": ["posters"]}
    )

    assert answer.status_code == 201
    [membership] = answer.json()["memberships"]
    assert Membership.objects.get(pk=membership).status == "prospect"


def test_a_person_is_found_by_words(api, member):
    found = api.get("advocates/", q="ana r", program=member.program.slug).json()["results"]

    assert [row["name"] for row in found] == ["Ana Ruiz"]


def test_an_account_is_counted_today(api, member):
    body = {"platform": "instagram", "handle": "@ana.linocut", "followers": 22400}

    answer = api.post(f"advocates/{member.advocate_id}/accounts/", body)

    assert answer.status_code == 200
    assert Account.objects.get().handle == "ana.linocut"
    assert AudienceCount.objects.get().followers == 22400


def test_a_member_is_brought_in_step_by_step(api, member):
    prospect = MembershipFactory(program=member.program)
    path = f"memberships/{prospect.pk}"

    assert api.post(f"{path}/invite/").json()["status"] == "invited"
    assert api.post(f"{path}/welcome/").json()["status"] == "welcoming"
    refused = api.post(f"{path}/settle/")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "role")
    api.post(f"{path}/role/", {"title": "Voice", "statement": "Tries the press first."})
    settled = api.post(f"{path}/settle/").json()
    assert settled["status"] == "active", settled


def test_welcoming_somebody_anew_hands_them_to_nobody_else(api, member):
    other = PostFactory(program=member.program).user

    answer = api.post(f"memberships/{member.pk}/welcome/", {"owner": other.pk})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "owner")
    member.refresh_from_db()
    assert (member.status, member.owner != other) == ("active", True)


def test_a_lunch_is_logged(api, member):
    body = {
        "program": member.program.slug, "kind": "lunch", "members": [member.pk], "words": NOTE,
        "happened_at": "2026-05-20T12:00:00Z",
    }  # fmt: skip

    answer = api.post("touchpoints/", body)

    assert answer.status_code == 201
    assert answer.json()["members"] == [member.pk]
    assert answer.json()["origin"] == "api"


def test_what_was_logged_is_answered_as_it_is_looked_at_later(api, member):
    other = MembershipFactory(program=member.program)
    body = {
        "program": member.program.slug, "kind": "lunch", "members": [member.pk, other.pk], "words": f" {NOTE} ",
        "happened_at": "2026-05-20T14:00:00.250001+02:00", "link": "https://example.test/lunch",
    }  # fmt: skip

    answer = api.post("touchpoints/", body)

    later = api.get(f"touchpoints/{answer.json()['id']}/")
    assert answer.json() == later.json()
    assert answer["ETag"] == later["ETag"]
    assert answer.json()["members"] == [other.pk, member.pk]


def test_nobody_takes_part_twice(api, member):
    body = {
        "program": member.program.slug, "kind": "lunch", "members": [member.pk, member.pk], "words": NOTE,
        "happened_at": "2026-05-20T12:00:00Z",
    }  # fmt: skip

    answer = api.post("touchpoints/", body)

    assert answer.json()["members"] == [member.pk]


def test_a_canned_message_is_refused_with_the_verdict(api, member):
    answer = api.post("touchpoints/write/", {"recipient": member.pk, "words": CANNED})

    assert answer.status_code == 422
    body = answer.json()
    assert body["errors"][0]["field"] == "words"
    assert body["verdict"]["outcome"] == "block"
    assert not Touchpoint.objects.exists()


def test_a_personal_message_is_accepted(api, member):
    TouchpointFactory(member)

    answer = api.post("touchpoints/write/", {"recipient": member.pk, "words": PERSONAL})

    assert answer.status_code == 201
    assert answer.json()["standing"] == "sent"


def test_a_message_has_one_recipient(api, member):
    answer = api.post("touchpoints/write/", {"recipient": [member.pk, member.pk], "words": PERSONAL})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].startswith("recipient")


def test_words_are_judged_without_being_kept(api, member):
    answer = api.post("touchpoints/check/", {"recipient": member.pk, "words": CANNED})

    assert answer.json()["outcome"] == "block"
    assert answer.json()["findings"][0]["sentence"]
    assert not Touchpoint.objects.exists()


def test_a_request_is_assessed_decided_and_answered(api, member):
    wish = RequestFactory(membership=member)
    path = f"requests/{wish.pk}"
    early = api.post(f"{path}/decide/", {"decision": "grant", "reason": "Fair."})
    assert early.json()["errors"][0]["field"] == "impact"

    api.post(f"{path}/assess/", {"need": "The fair", "impact": 3, "urgency": 2})
    decided = api.post(f"{path}/decide/", {"decision": "grant", "reason": "Fair."}).json()
    told = TouchpointFactory(member, happened_at=clock.now())
    answered = api.post(f"{path}/answer/", {"answered_in": told.pk}).json()

    assert (decided["state"], decided["rank"], answered["state"]) == ("decided", 6, "answered")


def test_a_request_cannot_be_deleted(api, member):
    wish = RequestFactory(membership=member)

    assert api.delete(f"requests/{wish.pk}/", If_Match='"1"').status_code == 405
    wish.refresh_from_db()


def test_a_flag_is_put_off_with_a_reason(api, member):
    flag = FlagFactory(membership=member)
    assert api.post(f"flags/{flag.pk}/snooze/", {"until": "2030-01-01"}).status_code == 400

    until = (clock.now() + dt.timedelta(days=9)).date().isoformat()
    api.post(f"flags/{flag.pk}/snooze/", {"until": until, "reason": "On parental leave."})

    assert Flag.objects.get().snooze_reason == "On parental leave."


def test_the_schema_and_its_pages_are_served_from_here(client):
    client.force_login(UserFactory())
    assert client.get("/api/schema/").status_code == 200
    for path in ("/api/docs/", "/api/redoc/"):
        page = client.get(path).content.decode()
        assert "https://" not in page


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**30, 0, -1])
def test_a_number_that_no_row_can_have_is_refused_by_name(api, member, number):
    answer = api.post("connections/", {"membership": member.pk, "other": number, "kind": "other"})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "other"
