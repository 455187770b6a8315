from engagement.personalization.findings import Outcome
from tests.engagement.personalization.drafts import found, reviewed, severity

SNIPPET = (
    "Thank you for writing to us about the {product}. We are sorry that the print came out pale, and "
    "a new one is on its way. "
    "Keep the first one, it makes a fine book cover."
)


def test_prepared_content_sent_as_it_is_is_blocked() -> None:
    finding = found(
        reviewed(SNIPPET.format(product="owl poster"), prepared=SNIPPET.format(product="owl poster")),
        "prepared",
    )

    assert finding is not None
    assert finding.severity is Outcome.BLOCK
    assert finding.sentence.startswith("This is the prepared text as it is")


def test_prepared_content_with_only_its_slots_filled_is_blocked() -> None:
    verdict = reviewed("Hi Ana! " + SNIPPET.format(product="owl poster"), prepared=SNIPPET)

    assert severity(verdict, "prepared") is Outcome.BLOCK


def test_half_adapted_content_is_said() -> None:
    words = (
        "Hi Ana, the owl looks as if it had seen a ghost, you are right, and I would not hang it beside "
        "your Lisbon medal either. "
        "We are sorry that the print came out pale, and a new one is on its way."
    )

    assert severity(reviewed(words, prepared=SNIPPET), "prepared") is Outcome.WARN


def test_content_told_anew_passes() -> None:
    words = (
        "Ana, a pale owl will not do beside your Lisbon medal. I printed another, darker; it left at noon."
    )

    assert found(reviewed(words, prepared=SNIPPET), "prepared") is None


def test_a_draft_without_prepared_content_is_its_own() -> None:
    assert found(reviewed(SNIPPET), "prepared") is None
