"""Is it true? Many ways of claiming the same: held against the day, the kind and the words that are on record."""

from datetime import date

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence, Recipient
from tests.engagement.personalization.drafts import found, reviewed

# Today is Sunday, 22 November 2026.
Record = tuple[Evidence, ...]


def touched(kind: str, words: str, day: int, month: int = 11, year: int = 2026) -> Evidence:
    return Evidence("touchpoint", f"{kind}: {words}", date(year, month, day))


NOTHING: Record = ()
NOTE = (touched("Message", "asked for a catalogue", 20),)
LUNCH = (touched("Lunch", "worried about print quality", 17),)  # a Tuesday
CALL = (touched("Call", "asked for a thicker paper", 18),)  # a Wednesday
CALL_TODAY = (touched("Call", "asked for a thicker paper", 22),)
OLD_CALL = (touched("Call", "asked for a thicker paper", 3, 6),)
MEETING = (touched("Meeting", "saw the bindery with us", 8),)
FAIR = (touched("Event", "came to the print fair in Porto", 3, 10),)
NO_FAIR = (touched("Message", "cannot come to the print fair in Porto", 1, 10),)
PROMISE = (Evidence("promise", "Send Ana the swatches of gray paper", date(2026, 11, 27)),)
BROKEN = (Evidence("broken", "Ring Ana about the bindery", date(2026, 11, 1)),)
ROLE = (Evidence("role", "Workshop Leader"),)
PERK = (Evidence("perk", "10% discount"), Evidence("perk", "Free delivery"))
POST = (Evidence("post", "Reel about the ferry at dawn", date(2026, 11, 20)),)
OLD_POST = (Evidence("post", "Reel about the ferry at dawn", date(2026, 2, 20)),)
REPOST = (touched("Repost", "the film about paper", 19),)
BEES = (Evidence("fact", "Keeps bees"),)
NO = (Evidence("declined", "We asked her to record an episode of our podcast on bookbinding"),)
TICKETS = (Evidence("our_words", "I'll look for tickets for the museum", date(2026, 11, 2)),)
TRIAL = (Evidence("their_words", "I will try the gray paper in May", date(2026, 4, 2)),)
NEW = (touched("Message", "asked for a catalogue", 16),)
OLD = (touched("Message", "asked for a catalogue", 16, 3, 2015), touched("Call", "about paper", 10, 11))

UNTRUE: list[tuple[Record, str, str]] = [
    (NOTE, "I keep thinking of what you said over dinner, Ana.", "unmet"),
    (NOTE, "Ana, ever since our breakfast the gray paper has been on my mind.", "unmet"),
    (NOTE, "What a pleasure to finally shake your hand, Ana!", "unmet"),
    (NOTE, "Thank you for stopping by last Friday.", "unmet"),
    (NOTE, "Thanks so much for popping in yesterday, Ana.", "unmet"),
    (NOTE, "We all enjoyed your visit to the bindery.", "unmet"),
    (NOTE, "When you came by, you left a pencil on the press.", "unmet"),
    (NOTE, "When you and I sat down together I had no idea of your bees.", "unmet"),
    (NO_FAIR, "It was lovely having you at our booth, Ana.", "unmet"),
    (NO_FAIR, "Ana, you were a star at our stall in Porto.", "unmet"),
    (CALL, "Thank you for hosting us, Ana.", "unmet"),
    (NOTE, "Lovely chatting on the phone, the last time we spoke you were in Porto.", "unmet"),
    (NOTE, "Thanks for picking up the phone yesterday.", "unmet"),
    (NOTE, "As for yesterday's call, the paper is here.", "unmet"),
    (OLD_CALL, "Thanks for the call this morning, Ana!", "unmet"),
    (OLD_CALL, "When we talked last week you asked for gray.", "unmet"),
    (OLD_CALL, "Good speaking with you the other day.", "unmet"),
    (CALL, "Great talking to you this morning, the paper is here.", "unmet"),
    (FAIR, "It was so good to meet you yesterday, Ana!", "unmet"),
    (FAIR, "Thanks for having me over on Saturday.", "unmet"),
    (MEETING, "In May, when we met, you spoke of the bees.", "unmet"),
    (LUNCH, "Thank you for lunch two months ago, Ana.", "unmet"),
    (NOTHING, "Ana, I gave you my word that the paper would come.", "promised"),
    (NOTHING, "I still owe you that tour of the bindery.", "promised"),
    (NOTHING, "You vowed to try the gray paper by autumn, Ana.", "promised"),
    (NOTHING, "You assured us that the linocut would come in May.", "promised"),
    (NOTHING, "As good as my word: the tickets are in the envelope.", "promised"),
    (NOTE, "I said I'd put aside a ream of blue for you, and here it is.", "promised"),
    (NOTE, "We told you we would mend the roller, and it is mended.", "promised"),
    (PROMISE, "Just as I promised, here are the tickets for the museum.", "promised"),
    (PROMISE, "True to my word, I booked the museum.", "promised"),
    (BROKEN, "I kept my word and rang you about the bindery.", "promised"),
    (BEES, "That thread of yours on woodcuts made us laugh.", "post"),
    (BEES, "The reel you posted about tram tickets is going round the office.", "post"),
    (BEES, "What you wrote on LinkedIn about our ink was kind.", "post"),
    (BEES, "Thank you for reposting our film about ink!", "post"),
    (NOTE, "Ana, you shared our linocut video, how kind.", "post"),
    (POST, "Your review of our gray paper made my week.", "post"),
    (OLD_POST, "Your reel yesterday about the ferry was a joy.", "post"),
    (OLD_POST, "I loved the ferry reel you put up last week.", "post"),
    (NOTHING, "You're our Workshop Leader for Lisbon, so you decide.", "standing"),
    (NOTHING, "As a Charter Member you hear it first, Ana.", "standing"),
    (NOTHING, "With your moderator hat on, what do you make of it?", "standing"),
    (NOTHING, "In your role as our captain you open the evening.", "standing"),
    (PERK, "You've got our 25% discount, so use it.", "standing"),
    (ROLE, "The free shipping you have covers the parcel.", "standing"),
    (ROLE, "The monthly box that comes with your role is on its way.", "standing"),
    (ROLE, "You have early access from today, Ana.", "standing"),
    (NO, "Any chance of an episode about bookbinding with you, Ana?", "declined"),
    (NO, "Could we tempt you to come on our podcast and talk bookbinding?", "declined"),
    (NO, "I know you said no, but would you reconsider the bookbinding podcast?", "declined"),
    (NO, "How about an interview on bookbinding for our podcast?", "declined"),
    (NEW, "Ana, my old friend, the catalogue is here.", "familiar"),
    (NEW, "We go back such a long way, so I will be blunt.", "familiar"),
    (NEW, "After so many years of working together, a catalogue!", "familiar"),
    (NEW, "I've known you for ten years now, Ana.", "familiar"),
    (NEW, "You have been part of our family for ages.", "familiar"),
    (NEW, "You've stood by us through thick and thin.", "familiar"),
    (NEW, "Our third summer together begins, Ana.", "familiar"),
    (NEW, "In all the years we've known each other you never wanted blue.", "familiar"),
    (NOTHING, "The paper comes tomorrow, Tuesday.", "weekday"),
    (NOTHING, "We met a press yesterday, Friday, that sings.", "weekday"),
    (NOTHING, "The fair opens on Monday, 24/11/2026.", "weekday"),
    (NOTHING, "Come on Friday, 28.11.2026, to the bindery.", "weekday"),
    (NOTHING, "The fair is on 2026-11-28 (a Sunday).", "weekday"),
    (NOTHING, "28 November is a Sunday, so the bindery is shut.", "weekday"),
    (NOTHING, "A week from today, on Monday, the fair opens.", "weekday"),
    (LUNCH, "Here is what I wrote down at last Monday's lunch.", "unmet"),
    (CALL, "On our call on Monday 16 November you asked for gray.", "unmet"),
]  # fmt: skip

TRUE: list[tuple[Record, str]] = [
    (LUNCH, "I keep thinking of what you said over lunch, Ana."),
    (LUNCH, "Ever since our lunch the gray paper has been on my mind."),
    (LUNCH, "Here is what I wrote down at last Tuesday's lunch."),
    (LUNCH, "Thanks for the lunch the other day."),
    (LUNCH, "Thank you for lunch last week, Ana."),
    (MEETING, "What a pleasure to finally shake your hand, Ana!"),
    (MEETING, "Thank you for stopping by a fortnight ago."),
    (MEETING, "When we met two weeks ago you spoke of the bindery."),
    (MEETING, "Thanks for the meeting at the beginning of the month, and good luck on Monday."),
    (FAIR, "It was lovely having you at our booth, Ana."),
    (FAIR, "So good to meet you in October!"),
    (FAIR, "Last month, when we met, you told me of the print fair."),
    (NO_FAIR, "A pity that you could not come to our booth in Porto."),
    (CALL, "When we talked last week you asked for thicker paper."),
    (CALL, "On our call on Wednesday 18 November you asked for thicker paper."),
    (CALL_TODAY, "Thanks for the call this morning, Ana!"),
    (NOTE, "Thanks for the chat about the catalogue."),
    (NOTHING, "After our call tomorrow I will send the paper."),
    (NOTHING, "Shall we talk it over at lunch on Friday?"),
    (NOTHING, "I wish we had met at the fair."),
    (NOTHING, "It'd be a pleasure to finally meet you, Ana."),
    (NOTHING, "Would you like to stop by our booth in Porto?"),
    (NOTHING, "Your visit is on the calendar for May."),
    (NOTHING, "Tom and Maya met at our booth, of all places."),
    (PROMISE, "Just as I promised, here are the swatches."),
    (PROMISE, "True to my word, the gray paper is in the post."),
    (PROMISE, "As promised!"),
    (TICKETS, "As promised, the museum tickets."),
    (TRIAL, "You said you'd try the gray paper."),
    (NOTHING, "I owe you an answer, Ana, and an apology."),
    (NOTHING, "You owe me a pint, Porto lost."),
    (NOTHING, "I said I'd love to see the bees one day."),
    (NOTHING, "Did we promise you gray paper? Tell me, please."),
    (NOTHING, "My sister wanted to know. I promised I would ask."),
    (POST, "Your reel on Friday about the ferry was a joy."),
    (POST, "I loved the ferry reel you put up this week."),
    (REPOST, "Thank you for reposting our film about paper!"),
    (BEES, "Your photo of the bees hangs here."),
    (NOTHING, "Could you send me your photo of the roller?"),
    (NOTHING, "Have you posted anything about the roller?"),
    (NOTHING, "We played your film on the big screen at noon."),
    (ROLE, "You're our Workshop Leader for Lisbon, so you decide."),
    (NOTHING, "You're our hero, Ana."),
    (NOTHING, "As a Lisbon Girl you know the trams."),
    (NOTHING, "Would you like to be our captain in Lisbon?"),
    (NOTHING, "As a coach you know how patience pays."),
    (PERK, "You've got our 10% discount, so use it."),
    (PERK, "With the free shipping you have, it costs nothing."),
    (NOTHING, "You don't have early access yet, Ana."),
    (NOTHING, "Thank you for your kind invitation to Porto."),
    (NOTHING, "What a joy to get your wedding invitation!"),
    (NO, "You said no to the podcast and that's settled. How are the bees?"),
    (NO, "Would you like a ream of gray paper?"),
    (NO, "The bookbinding podcast went online without you."),
    (OLD, "Ana, my old friend, the catalogue is here."),
    (OLD, "We go back such a long way, so I will be blunt."),
    (OLD, "I've known you for ten years now, Ana."),
    (OLD, "After so many years of working together, a catalogue!"),
    (NEW, "An old friend of mine keeps bees in Porto."),
    (NEW, "After all these years with the bees, do they know you?"),
    (NEW, "You have baked for ages, they say."),
    (NEW, "May this be the beginning of a long friendship."),
    (NOTHING, "The paper comes tomorrow, Monday."),
    (NOTHING, "I am here tomorrow, Tuesday and Friday."),
    (NOTHING, "Come on Saturday, 28/11/2026, to the bindery."),
    (NOTHING, "The deadline is on Monday, 12/07/2026."),  # 12 July is a Sunday, December 7 a Monday
    (NOTHING, "28 November is a Saturday, so the bindery is shut."),
    (NOTHING, "A week from today, on Sunday, the fair opens."),
    (NOTHING, "The bindery is open Monday to Friday, 23/11 to 27/11."),
]  # fmt: skip
OF_TRUTH = {"unmet", "promised", "post", "standing", "familiar", "weekday", "declined", "pronouns"}


def spoke(record: Record, words: str, **known: object) -> set[str]:
    """The checks of truth that have something to say; those only ever warn."""
    findings = [item for item in reviewed(words, evidence=record, **known).findings if item.check in OF_TRUTH]
    assert all(item.severity is Outcome.WARN for item in findings)
    return {item.check for item in findings}


def test_there_are_cases_enough() -> None:
    assert len(UNTRUE) + len(TRUE) >= 120


@pytest.mark.parametrize(("record", "words", "check"), UNTRUE)
def test_a_claim_that_the_record_contradicts_is_said(record: Record, words: str, check: str) -> None:
    assert check in spoke(record, words)


@pytest.mark.parametrize(("record", "words"), TRUE)
def test_a_claim_that_holds_and_what_claims_nothing_are_left_alone(record: Record, words: str) -> None:
    assert not spoke(record, words)


@pytest.mark.parametrize(
    ("record", "words", "check"), [case for case in UNTRUE if case[2] not in ("weekday", "declined")]
)
def test_nothing_is_concluded_from_an_incomplete_record(record: Record, words: str, check: str) -> None:
    assert check not in spoke(record, words, record_complete=False)


def test_the_day_on_record_is_told() -> None:
    finding = found(reviewed("Thanks for the call this morning, Ana!", evidence=OLD_CALL), "unmet")

    assert finding is not None
    assert "“this morning”" in finding.sentence
    assert "3 June 2026" in finding.sentence


SHE = Recipient("ana", "Ana Silva", pronouns="she/her")
THEY = Recipient("ana", "Ana Silva", pronouns="they/them")


@pytest.mark.parametrize(
    ("person", "words", "word"),
    [
        (SHE, "Ana, for the program: 'Ana Silva prints by hand, and he binds as well.' Fine?", "he"),
        (SHE, "I told the hotel: 'Ana comes late, please leave the key for him.'", "him"),
        (SHE, "The badge says Ana Silva (he/him).", "he"),
        (SHE, "For the poster: 'Ana and his bees'.", "his"),
        (THEY, "The card reads: 'Ana's prints are made by herself.'", "herself"),
        (THEY, "I wrote to the museum: 'Please let Ana in, she has the key.'", "she"),
        (SHE, "I have put your pronouns down as he/him.", "he"),
    ],
)
def test_words_about_the_recipient_in_another_gender_are_said(
    person: Recipient, words: str, word: str
) -> None:
    finding = found(reviewed(words, recipient=person), "pronouns")

    assert finding is not None
    assert finding.severity is Outcome.WARN
    assert [words[start:end].lower() for start, end in finding.spans] == [word]


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (SHE, "Ana, for the program: 'Ana Silva prints by hand, and she binds as well.' Fine?"),
        (SHE, "Ana, Tom asked for you. Will you ring him?"),
        (SHE, "I told the hotel that Ana and her brother come late, and that he has the key."),
        (SHE, "The badge says Ana Silva (she/her)."),
        (SHE, "Ana, he is a good roller, the old one."),
        (THEY, "I wrote to the museum: 'Please let Ana in, they have the key.'"),
        (THEY, "For Ana from Maya (she/her)."),
        (Recipient("ana", "Ana Silva"), "I wrote: 'Ana has the key, ask him.'"),
        (Recipient("ana", "Ana Silva", pronouns="she/they"), "I wrote: 'Ana has the key, ask her.'"),
    ],
)
def test_words_about_others_and_the_right_words_are_left_alone(person: Recipient, words: str) -> None:
    assert found(reviewed(words, recipient=person), "pronouns") is None
