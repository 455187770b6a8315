import json

from engagement.personalization.findings import Finding, Outcome, Verdict
from tests.engagement.personalization.drafts import TO_TOM, past, reviewed


def test_a_verdict_comes_back_from_json_as_it_was() -> None:
    verdict = reviewed("Hi Tom, love your content! Good luck at the marathon {{name}}")

    assert len(verdict.findings) > 2
    assert Verdict.from_dict(json.loads(json.dumps(verdict.to_dict()))) == verdict


def test_the_words_of_an_earlier_message_are_never_written_down() -> None:
    stored = json.dumps(reviewed(TO_TOM, past()).to_dict())

    assert "Tom" in stored
    assert "letterpress" not in stored


def test_a_message_of_another_program_stays_unnamed() -> None:
    verdict = reviewed(TO_TOM, past(visible=False, sender="maya@example.org"))
    stored = json.dumps(verdict.to_dict())

    assert verdict.outcome is Outcome.BLOCK
    assert "in another program" in verdict.findings[0].sentence
    assert not [secret for secret in ("Tom", "tom", "letterpress", "maya@", "May") if secret in stored]


def test_another_reader_sees_only_what_they_may() -> None:
    verdict = reviewed(TO_TOM, past())

    seen = verdict.as_seen_by(lambda message_id: False)

    assert "Tom on 3 May" in verdict.findings[0].sentence
    assert "in another program" in seen.findings[0].sentence
    assert "om" not in json.dumps(seen.to_dict()["findings"][0]["evidence"])
    assert verdict.as_seen_by(lambda message_id: message_id == "m1") == verdict


def test_the_gravest_finding_comes_first_and_decides() -> None:
    findings = [
        Finding("a", Outcome.PASS, "a"),
        Finding("b", Outcome.BLOCK, "b"),
        Finding("c", Outcome.WARN, "c"),
    ]

    verdict = Verdict.of(findings, "1")

    assert verdict.outcome is Outcome.BLOCK
    assert [finding.check for finding in verdict.findings] == ["b", "c", "a"]


def test_praise_alone_passes() -> None:
    verdict = Verdict.of([Finding("a", Outcome.PASS, "a")], "1")

    assert verdict.outcome is Outcome.PASS
    assert verdict.leading is None
