"""Prepared content and the evaluation set in the API: the same actions, the same refusals."""

import pytest

from engagement.actions import messages
from engagement.models import EvaluationCase, PreparedContent, Touchpoint
from influencers import clock
from tests.factories import MembershipFactory, ProgramFactory

pytestmark = pytest.mark.django_db
INKS = (
    "Our spring inks are milled in Biella from soy oil and pigment; the black is batch 43 and newer. "
    "They need twelve hours to dry on coated paper."
)


@pytest.fixture
def content(member):
    return PreparedContent.objects.create(program=member.program, title="Inks", words=INKS, tags=["ink"])


def test_it_is_kept_changed_retired_and_brought_back(api, member):
    made = api.post("prepared-content/", {"program": member.program.slug, "title": "Inks", "words": INKS})
    path = f"prepared-content/{made.json()['id']}"

    changed = api.patch(f"{path}/", {"tags": ["ink"]}, If_Match=made["ETag"])
    retired = api.post(f"{path}/retire/").json()
    again = api.post(f"{path}/retire/")
    back = api.post(f"{path}/bring-back/").json()

    assert (made.status_code, changed.json()["tags"], changed.json()["words"]) == (201, ["ink"], INKS)
    assert (bool(retired["retired_on"]), again.status_code, back["retired_on"]) == (True, 422, None)


def test_it_is_listed_for_its_program_only(api, content):
    PreparedContent.objects.create(program=ProgramFactory(), title="Theirs", words="Secret words.")

    rows = api.get("prepared-content/", q="biella").json()["results"]

    assert [row["title"] for row in rows] == ["Inks"]
    assert api.get("prepared-content/", retired="true").json()["results"] == []


def test_a_message_started_from_it_is_held_against_it(api, member, content):
    body = {"recipient": member.pk, "words": f"Ana, {INKS}", "prepared": content.pk}

    judged = api.post("touchpoints/check/", body).json()
    refused = api.post("touchpoints/write/", body)

    assert "prepared" in [finding["check"] for finding in judged["findings"]]
    assert refused.status_code == 422
    assert not Touchpoint.objects.filter(standing="sent").exists()


def test_what_it_was_started_from_is_kept_with_a_message(api, member, content):
    words = (
        "Ana, you were right about the print quality of the spring posters: we changed the paper last week."
    )

    sent = api.post("touchpoints/write/", {"recipient": member.pk, "words": words, "prepared": content.pk})

    assert (sent.status_code, sent.json()["prepared"]) == (201, content.pk)


def test_that_of_another_program_is_refused(api, member):
    other = PreparedContent.objects.create(program=ProgramFactory(), title="Theirs", words="Secret words.")

    answer = api.post("touchpoints/write/", {"recipient": member.pk, "words": "Ana?", "prepared": other.pk})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "prepared")
    assert not Touchpoint.objects.filter(standing="sent").exists()


def test_a_case_is_kept_and_taken_out(api, member):
    touch = messages.log_elsewhere(
        membership=member, by=api.user, words="Ana, about the spring posters: the paper has changed.",
        happened_at=clock.now(), now=clock.now(), sentence="By mail",
    )  # fmt: skip

    made = api.post("evaluation-cases/", {"touchpoint": touch.pk, "right": "warn", "reason": "Vague."})
    listed = api.get("evaluation-cases/", program=member.program.slug).json()["results"]
    gone = api.delete(f"evaluation-cases/{made.json()['id']}/", If_Match=made["ETag"])

    assert (made.status_code, [row["right"] for row in listed], gone.status_code) == (201, ["warn"], 204)
    assert not EvaluationCase.objects.exists()


def test_a_strangers_message_is_no_case(api):
    other = MembershipFactory(active=True)

    answer = api.post("evaluation-cases/", {"touchpoint": other.pk, "right": "warn", "reason": "Vague."})

    assert answer.status_code == 400
    assert not EvaluationCase.objects.exists()
