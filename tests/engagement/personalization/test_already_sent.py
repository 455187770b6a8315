from datetime import date

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence
from tests.engagement.personalization.drafts import TO_TOM, found, past, pointed_at, reviewed, severity

LONG = (
    "We are putting together a small workshop on hand lettering this autumn. Twelve seats, two days, "
    "and as much ink as you "
    "can carry home. The teacher cut her first stencil before I was born. Tell me whether the second "
    "or the third week suits you."
)
REWORDED = (
    "We're setting up a little workshop about hand lettering this fall. Twelve places, two days, and "
    "as much ink as you are able "
    "to take home. Our teacher cut her very first stencil before I was born. Let me know whether the "
    "second or third week would suit you."
)
OWN = (
    "Your marathon is in May and the poster of the bridge should hang there, I think. Lisbon has "
    "that steep lane by the river where "
    "you told me the tram nearly got you, and I would love to see it in three colors."
)


def test_the_same_words_to_somebody_else_are_blocked_and_the_sentence_says_whose() -> None:
    verdict = reviewed(TO_TOM, past())

    assert verdict.outcome is Outcome.BLOCK
    assert verdict.findings[0].sentence == "100 % of this was sent to Tom on 3 May."
    assert verdict.findings[0].evidence == (past(),)


def test_the_same_words_to_them_again_are_blocked() -> None:
    verdict = reviewed(TO_TOM, past(recipient_id="ana", recipient_name="Ana"))

    assert verdict.findings[0].sentence == "100 % of this was sent to Ana already, on 3 May."


def test_a_message_to_somebody_unknown_is_still_theirs() -> None:
    verdict = reviewed(TO_TOM, past(recipient_name="", sent_on=None))

    assert verdict.findings[0].sentence == "100 % of this was sent to somebody else before."


def test_other_fillings_of_one_template_are_blocked() -> None:
    template = "Hi {}, your order {} has left the studio on {} and should be with you by the weekend, tell me if not."
    verdict = reviewed(template.format("Ana", 4711, "3.5.2026"), past(template.format("Tom", 12, "1.2.2026")))

    assert severity(verdict, "already_sent") is Outcome.BLOCK


def test_a_reworded_message_is_blocked() -> None:
    verdict = reviewed(REWORDED, past(LONG))

    assert severity(verdict, "already_sent") is Outcome.BLOCK


def test_a_message_reworded_until_no_three_words_are_left_is_blocked() -> None:
    sent = (
        "I wanted to follow up on my message from last week about the workshop in June. We still have two places left "
        "and would love to have you with us. The workshop is free for you and we cover travel and accommodation. "
        "Could you let me know by Friday whether you can make it?"
    )
    verdict = reviewed(
        "Just following up on last week's message regarding our June workshop. There are still two spots left and it "
        "would be lovely to have you there. It costs you nothing, and travel plus accommodation are on us. Can you "
        "tell me by Friday if you're able to make it?",
        past(sent),
    )

    assert severity(verdict, "already_sent") is Outcome.BLOCK
    assert verdict.findings[0].sentence == "This is a message sent to Tom before, reworded."


def test_sentences_in_another_order_are_blocked() -> None:
    shuffled = ". ".join(reversed(LONG.rstrip(".").split(". ")))

    assert severity(reviewed(shuffled, past(LONG)), "already_sent") is Outcome.BLOCK


def test_a_pasted_paragraph_in_a_message_of_ones_own_is_said_and_pointed_at() -> None:
    words = f"{OWN} {TO_TOM} {OWN[::-1]}"

    verdict = reviewed(words, past())

    assert severity(verdict, "already_sent") is Outcome.WARN
    assert list(pointed_at(words, found(verdict, "already_sent"))) == [TO_TOM.rstrip("?")]


def test_a_message_of_ones_own_is_not_bothered() -> None:
    assert found(reviewed(OWN, past(LONG), past(id="m2")), "already_sent") is None


def test_quotes_of_what_they_said_do_not_count() -> None:
    said = "I have to cut my own stencils now because the shop round the corner has closed for good"
    words = f"You wrote: {said}. Come by on Friday, mine are yours."

    assert (
        found(reviewed(words, past(words[:110]), evidence=(Evidence("their_words", said),)), "already_sent")
        is None
    )
    assert severity(reviewed(words, past(words[:110])), "already_sent") is Outcome.BLOCK


def test_a_standing_greeting_and_signature_do_not_count() -> None:
    signature = "Mia | Larkfield | Instagram @larkfield.example | Just say so if I bother you."
    frame = "Hi Ana, hope you are having a lovely week! {}\n\n" + signature
    sent = [
        past(frame.format(line), id=line)
        for line in ("The poster is dry.", "Did the ink arrive?", "The owl is sold.")
    ]

    assert (
        found(reviewed(frame.format("How is the knee after the hills of Lisbon?"), *sent), "already_sent")
        is None
    )


def test_everyday_phrases_are_nobodys_property() -> None:
    verdict = reviewed(
        "Hey, I actually have to go now, but it was nice talking to you! Good luck at the marathon",
        past("Ah, sorry about the ink. I have to go now, but it was nice talking to you"),
    )

    assert found(verdict, "already_sent") is None


def test_other_languages_are_read_alike() -> None:
    german = "Wir haben eine neue Druckpresse im Atelier und würden das erste Plakat gern mit dir drucken"
    japanese = "アトリエに新しい印刷機が届きました。最初のポスターを一緒に刷りませんか。"

    for words in (german, japanese):
        assert reviewed(words, past(words)).outcome is Outcome.BLOCK
        assert severity(reviewed("Ana! " + words, past(words)), "already_sent") is Outcome.BLOCK


def test_a_message_in_the_same_words_but_for_the_date_names_the_day() -> None:
    verdict = reviewed(TO_TOM + " On 5 June?", past(sent_on=date(2025, 12, 24)))

    finding = found(verdict, "already_sent")
    assert finding is not None
    assert finding.params["day"] == "2025-12-24"
    assert finding.sentence.endswith("24 December.")
