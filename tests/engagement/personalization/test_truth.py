"""Is it true? Cases both ways: what is on record, what is said, and which check has to speak up (or none)."""

from datetime import date

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence
from tests.engagement.personalization.drafts import reviewed

NOTHING = ()
LUNCH = (Evidence("touchpoint", "Lunch: worried about print quality", date(2026, 11, 17)),)  # a Tuesday
CALL = (Evidence("touchpoint", "Call: asked for a thicker paper", date(2026, 11, 18)),)
EVENT = (Evidence("touchpoint", "Event: came to the print fair in Porto", date(2026, 10, 3)),)
LETTER = (Evidence("touchpoint", "Letter: a card for the birthday", date(2026, 6, 1)),)
PROMISE = (Evidence("promise", "A sample of the gray paper", date(2026, 11, 27)),)
REQUEST = (Evidence("request", "Asked for a discount code for her students"),)
ROLE = (Evidence("role", "Ambassador: shows the press to schools"),)
PERK = (Evidence("perk", "Early access to the spring catalogue"),)
POST = (Evidence("post", "Linocut of the ferry at dawn"),)
THEIRS = (Evidence("their_words", "my knee hurts since the marathon"),)
FACT = (Evidence("fact", "Keeps bees"),)

# what is on record, the words, the check that warns
UNTRUE = [
    (NOTHING, "It was great to meet you, Ana! The bees sound lovely.", "unmet"),
    (NOTHING, "Great meeting you at the fair, Ana.", "unmet"),
    (NOTHING, "So nice to meet you last week!", "unmet"),
    (NOTHING, "Great to meet you! I will send the paper.", "unmet"),
    (NOTHING, "Lovely to finally meet you in person, Ana.", "unmet"),
    (NOTHING, "Since we met I have thought about your bees.", "unmet"),
    (NOTHING, "Thank you for having us, the bees were lovely.", "unmet"),
    (NOTHING, "Nice seeing you yesterday!", "unmet"),
    (NOTHING, "It was a pleasure to meet you.", "unmet"),
    (LETTER, "It was so good to see you, Ana.", "unmet"),
    (CALL, "Great meeting you, Ana!", "unmet"),
    (THEIRS, "When we met you told me about the knee.", "unmet"),
    (FACT, "Happy to have met you and the bees", "unmet"),
    (NOTHING, "Thanks for lunch on Tuesday!", "unmet"),
    (NOTHING, "Thank you so much for the lovely dinner, Ana", "unmet"),
    (NOTHING, "Thanks again for the coffee", "unmet"),
    (NOTHING, "I enjoyed our breakfast and the talk about bees", "unmet"),
    (NOTHING, "After our lunch I looked at the paper again", "unmet"),
    (CALL, "Thanks for lunch, Ana, the paper is here", "unmet"),
    (LETTER, "Thank you for dinner!", "unmet"),
    (NOTHING, "Thanks for the call yesterday, the paper is here", "unmet"),
    (NOTHING, "Great talking to you, Ana", "unmet"),
    (NOTHING, "It was so good speaking with you about the bees", "unmet"),
    (LETTER, "Thank you for the phone call", "unmet"),
    (NOTHING, "As promised, here is the sample", "promised"),
    (NOTHING, "You promised me a jar of honey once, but keep it", "promised"),
    (NOTHING, "Here is the sample I promised", "promised"),
    (NOTHING, "Like I promised, the paper is gray", "promised"),
    (NOTHING, "The sample we had promised is on its way", "promised"),
    (NOTHING, "We promised you a sample and here it is", "promised"),
    (NOTHING, "I promised to send the paper", "promised"),
    (LUNCH, "As I promised, here is the catalogue", "promised"),
    (REQUEST, "As we promised: the code", "promised"),
    (NOTHING, "I loved your post about the marathon in Porto", "post"),
    (NOTHING, "Thanks for your video about letterpress", "post"),
    (NOTHING, "Your recent reel on bookbinding made me laugh", "post"),
    (FACT, "Your story about the tram was lovely", "post"),
    (POST, "Your post about bookbinding made us look twice", "post"),
    (NOTHING, "your lovely new piece on woodcuts hangs here", "post"),
    (NOTHING, "As our ambassador you know the press", "standing"),
    (NOTHING, "You are one of our advocates, so you hear it first", "standing"),
    (NOTHING, "As a moderator you have seen it all", "standing"),
    (LUNCH, "You're our speaker for the fair", "standing"),
    (NOTHING, "Your discount code still works for the gray paper", "standing"),
    (NOTHING, "Your early access begins on Friday", "standing"),
    (LUNCH, "Your review sample should be there by now", "standing"),
    (ROLE, "Your free subscription ends in May", "standing"),
    (NOTHING, "Long time no see, Ana! How are the bees?", "familiar"),
    (NOTHING, "As we discussed, the gray paper it is", "familiar"),
    (NOTHING, "Since we last spoke the press has moved", "familiar"),
    (NOTHING, "Our last chat about bees stayed with me", "familiar"),
    (NOTHING, "You told me about the bees", "familiar"),
    (FACT, "As you mentioned to us, the bees are asleep", "familiar"),
    (NOTHING, "per our conversation, the gray paper", "familiar"),
    (FACT, "Good to see you again in Porto, old friend", "familiar"),
    (NOTHING, "The fair is on Tuesday, 3 May 2027", "weekday"),
    (NOTHING, "Come by on Friday 27th of November 2025", "weekday"),
    (NOTHING, "The fair opens Monday, November 24", "weekday"),
    (NOTHING, "See you Wednesday 25 November 2027, Ana", "weekday"),
    (NOTHING, "Saturday the 28th of November 2027 at ten?", "weekday"),
    (LUNCH, "Thanks for lunch on Wednesday, Ana", "weekday"),
    (LUNCH, "I enjoyed our lunch last Friday", "weekday"),
    (CALL, "Great call on Monday! The thicker paper is here", "weekday"),
    (CALL, "Thanks for the call on Thursday", "weekday"),
    (NOTHING, "Hi Maya, the bees are asleep", "other_name"),
    (LUNCH, "Tom, thanks for lunch", "other_name"),
    (LUNCH, "Thanks for lunch, Maya!", "other_name"),
    (LUNCH, "Hello Zora! Thanks for lunch.", "other_name"),
    (NOTHING, "GREAT TO MEET YOU! THE PAPER IS HERE", "unmet"),
    (NOTHING, "Gre\u200bat mee\u200bting you, Ana", "unmet"),
    (NOTHING, "As  promised,\u00a0the sample", "promised"),
]

TRUE = [
    (LUNCH, "It was great to meet you, Ana! The print quality is on my list."),
    (EVENT, "Great meeting you at the fair, Ana."),
    (EVENT, "So nice to meet you last month in Porto!"),
    (EVENT, "Since we met in Porto I have thought about the fair."),
    (LUNCH, "Thanks for lunch on Tuesday!"),
    (LUNCH, "I enjoyed our lunch last Tuesday"),
    (LUNCH, "Great talking to you, Ana, the print quality is on my list"),
    (CALL, "Thanks for the call on Wednesday, the thicker paper is here"),
    (CALL, "Great talking to you about the thicker paper"),
    (CALL, "After our call I ordered thicker paper"),
    (NOTHING, "It would be great to meet you in Porto"),
    (NOTHING, "It will be lovely to meet you at the fair"),
    (NOTHING, "I hope to meet you at the fair"),
    (NOTHING, "How about lunch on Tuesday?"),
    (NOTHING, "I will send it after lunch"),
    (NOTHING, "Shall we have a call next week?"),
    (NOTHING, "Looking forward to seeing you in Porto"),
    (NOTHING, "How nice it must be to meet bees"),
    (NOTHING, "Would it be nice to see you on Friday?"),
    (NOTHING, "The lunch menu of the fair is printed on gray paper"),
    (PROMISE, "As promised, here is the sample"),
    (PROMISE, "Here is the sample I promised"),
    (PROMISE, "We promised you a sample and here it is"),
    ((Evidence("touchpoint", "Call: promised a sample by Friday"),), "As promised, the sample"),
    (NOTHING, "The weather looks promising in Porto"),
    (NOTHING, "I can promise you gray paper by May"),
    (
        (Evidence("their_words", "I'll bring a jar of honey"),),
        "You promised me a jar of honey once, but keep it",
    ),
    (NOTHING, "No promises, but the paper may come in May"),
    (POST, "I loved your post about the ferry"),
    (POST, "Your linocut of the ferry at dawn, what a color"),
    (POST, "your piece on the ferries hangs here"),
    ((Evidence("their_words", "I wrote about letterpress"),), "Thanks for your video about letterpress"),
    (NOTHING, "Will there be a post about it?"),
    (NOTHING, "Post it to our door, number four"),
    (NOTHING, "Your post arrived in two days from Porto"),
    (ROLE, "As our ambassador you know the press"),
    (ROLE, "You are one of our ambassadors, so you hear it first"),
    ((Evidence("role", "Moderator of the forum"),), "As a moderator you have seen it all"),
    (NOTHING, "Would you like to be an ambassador?"),
    (NOTHING, "Our ambassador in Porto is called Rui"),
    (PERK, "Your early access begins on Friday"),
    (REQUEST, "Your discount code for the students is ready"),
    (NOTHING, "We give students a discount in May"),
    (NOTHING, "Can I send you a sample of the gray paper?"),
    (LUNCH, "Long time no see, Ana! How is the print quality?"),
    (CALL, "As we discussed, the thicker paper it is"),
    (THEIRS, "You told me about the knee"),
    (LUNCH, "Since we last spoke the press has moved"),
    (NOTHING, "Tell me about the bees one day"),
    (NOTHING, "An old press is no friend of damp"),
    (NOTHING, "The fair is on Monday, 3 May 2027"),
    (NOTHING, "Come by on Friday 27th of November"),
    (NOTHING, "The fair opens Tuesday, November 24"),
    (NOTHING, "See you on Wednesday 25 November 2026, Ana"),
    (NOTHING, "Monday or Tuesday, 3 or 4 in the afternoon?"),
    (NOTHING, "The fair is on Monday, 31 February 2027"),
    (NOTHING, "Sunday, 100 sheets of gray paper"),
    (CALL, "Great call on Wednesday! The thicker paper is here"),
    ((*LUNCH, *CALL), "Thanks for the call on Wednesday and for lunch on Tuesday"),
    (EVENT, "Thanks for the event on Monday, it was long ago"),
    (LUNCH, "Hi Ana, Maya says the print quality is her doing"),
    (LUNCH, "Thanks for lunch, Ana!"),
    (LUNCH, "Thanks to Tom the print quality is better"),
    (LUNCH, "Will you be in Porto?"),
    (LUNCH, "Good morning! The print quality is better"),
    (THEIRS, "Oh no, the knee! Rest it, the marathon will wait."),
    (FACT, "Do the bees sleep in November?"),
    (NOTHING, "Sounds good to me!"),
    (NOTHING, "haha, yes please"),
    (LUNCH, "Dear Ana, the printer says sorry about the quality."),
    (LUNCH, "Anita, print quality is mended!"),
    (EVENT, "Thank you for coming to the fair in Porto"),
    (LUNCH, "Thanks for lunch on Tuesday, Ana, and for your patience with the print"),
    (NOTHING, "Could we meet, and would lunch suit you?"),
    (NOTHING, "We met our match in gray paper"),
    (LUNCH, "Lunch again some day? The print quality is mended."),
    (NOTHING, "The promised land of paper is Fabriano"),
    (POST, "Ferries at dawn: that third color!"),
    (NOTHING, "As an ambassador of bees I object"),
    (NOTHING, "Enjoy the lunch break"),
]
OF_TRUTH = {"unmet", "promised", "post", "standing", "familiar", "weekday", "other_name"}


def test_there_are_cases_enough() -> None:
    assert len(UNTRUE) + len(TRUE) >= 150


@pytest.mark.parametrize(("record", "words", "check"), UNTRUE)
def test_what_the_record_does_not_bear_out_is_said(
    record: tuple[Evidence, ...], words: str, check: str
) -> None:
    spoke = {
        finding.check
        for finding in reviewed(words, evidence=record).findings
        if finding.severity is not Outcome.PASS
    }

    assert check in spoke


@pytest.mark.parametrize(("record", "words"), TRUE)
def test_what_is_true_or_claims_nothing_is_left_alone(record: tuple[Evidence, ...], words: str) -> None:
    assert not OF_TRUTH & {finding.check for finding in reviewed(words, evidence=record).findings}


@pytest.mark.parametrize(
    ("record", "words", "check"), [case for case in UNTRUE if case[2] not in ("weekday", "other_name")]
)
def test_an_incomplete_record_proves_nothing(record: tuple[Evidence, ...], words: str, check: str) -> None:
    verdict = reviewed(words, evidence=record, record_complete=False)

    assert check not in {finding.check for finding in verdict.findings}
