"""Hostile writers: a message sent before, made to look like another one. The check sees through it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagement.personalization.findings import Outcome
from engagement.personalization.fingerprints import digest, fingerprints
from engagement.personalization.message import Evidence
from engagement.personalization.overlap import readdressed
from engagement.personalization.text import words_of
from tests.engagement.personalization.drafts import found, past, reviewed, severity

SENTENCES = [
    "We have set up a new letterpress in the old tram depot by the river.",
    "It prints twice as fast as the one you tried in spring and hardly makes a sound.",
    "Would you like to come over next month and print the first poster with us?",
    "Bring a friend if you like, there is coffee and a big table for everybody.",
]
SENT = " ".join(SENTENCES)
INVISIBLE = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u034f",
    "\u180e",
    "\u3164",
    "\U000e0061",
]
LOOK_ALIKE = {
    "a": "аαａ𝐚𝖺ᴀá", "e": "еｅ𝐞ᴇë", "o": "оοｏ𝗈ᴏö0", "i": "іιｉí1", "c": "сｃᴄ", "p": "рｐᴘ", "s": "ѕｓꜱ5",
    "x": "хｘ", "t": "тｔᴛ7",
}  # fmt: skip
EMOJI = ["🔥", "✨", "👩🏽‍🎨", "🇵🇹", "❤️", "…", "—", "!!!", "~", "•"]
MARKUP = [
    "<b></b>", "<!-- for you only -->", "<span style='display: none'>quartz vex jumbled</span>", "<wbr>", "&shy;",
    "&#8203;",
    "<i class=x>", "</i>", '<font style="font-size:0">hidden words</font>', "<style>p { color: red }</style>",
]  # fmt: skip


PIECES = [*MARKUP, "<", ">", "&", ";", "--", "/", "word", " ", "<name>", "</span", "ß", "İ"]


def sprinkled(words: str, pieces: list[str], chance: random.Random, often: float) -> str:
    """The words with pieces between their letters."""
    return "".join(
        letter + (chance.choice(pieces) if letter.isalpha() and chance.random() < often else "")
        for letter in words
    )


def between_words(words: str, pieces: list[str], chance: random.Random) -> str:
    """The words with pieces between them."""
    return " ".join(word + " " + chance.choice(pieces) for word in words.split())


def in_other_letters(words: str, chance: random.Random) -> str:
    """Some letters replaced by look-alikes; digits only inside a word, where they read as letters."""

    def other(place: int, letter: str) -> str:
        inside = 0 < place < len(words) - 1 and words[place - 1].isalpha() and words[place + 1].isalpha()
        choices = [each for each in LOOK_ALIKE.get(letter, "") if inside or not each.isdigit()]
        return chance.choice(choices) if choices and chance.random() < 0.4 else letter

    made = ""
    for place, letter in enumerate(words):
        swapped = other(place, letter)
        # two digits side by side are no longer between letters
        made += letter if swapped.isdigit() and made[-1:].isdigit() else swapped
    return made


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["invisible", "letters", "emoji", "markup", "all"]))
def test_a_disguised_copy_has_the_digest_of_the_original(seed: int, how: str) -> None:
    chance, words = random.Random(seed), SENT
    if how in ("letters", "all"):
        words = in_other_letters(words, chance)
    if how in ("emoji", "all"):
        words = between_words(words, EMOJI, chance)
    if how == "markup":
        words = sprinkled(words, MARKUP, chance, 0.1)
    if how in ("invisible", "all"):
        words = sprinkled(words, INVISIBLE, chance, 0.3)

    assert digest(words) == digest(SENT)
    assert set(fingerprints(words)) == set(fingerprints(SENT))
    assert severity(reviewed(words, past(SENT)), "already_sent") is Outcome.BLOCK


@settings(max_examples=30, deadline=None)
@given(st.permutations(SENTENCES))
def test_reordered_sentences_are_the_same_message(sentences: list[str]) -> None:
    assert severity(reviewed(" ".join(sentences), past(SENT)), "already_sent") is Outcome.BLOCK


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_padding_it_with_everyday_words_in_front_and_behind_does_not_help(seed: int) -> None:
    chance = random.Random(seed)
    padding = [
        "Hope you had a lovely weekend!",
        "So good.",
        "Have a nice day!",
        "Thanks!",
        "Hello hello!",
        "All the best",
    ]

    words = f"{chance.choice(padding)} {chance.choice(padding)} {SENT} {chance.choice(padding)}"

    assert severity(reviewed(words, past(SENT)), "already_sent") is Outcome.BLOCK


def test_a_hidden_text_around_it_does_not_help() -> None:
    hidden = f"<div style='display:none'>{'other words about entirely different things ' * 40}</div>"

    assert severity(reviewed(hidden + SENT, past(SENT)), "already_sent") is Outcome.BLOCK


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Hel<b>lo</b> you<br>there", ["hello", "you", "there"]),
        ("one<p>two</p>three", ["one", "two", "three"]),
        ("a <3 b, 2<4 and <name>", ["a", "3", "b", "2", "4", "and", "name"]),
        ("R&amp;D costs&nbsp;more", ["r", "d", "costs", "more"]),
        ("so <!-- not this", ["so", "not", "this"]),
        ("so <!-- this --> it", ["so", "it"]),
        ("<div hidden>not <i>this</i></div>but", ["but"]),
        ("<span style=display:none>never closed", ["never", "closed"]),
    ],
)
def test_markup_is_read_as_it_is_shown(words: str, read: list[str]) -> None:
    assert [word.text for word in words_of(words)] == read


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*MARKUP, "<", ">", "&", ";", "--", "/", "word", " ", "<name>", "</span", "ß", "İ"]),
        max_size=30,
    )
)
def test_every_word_remembers_where_it_stood(pieces: list[str]) -> None:
    words = "".join(pieces)

    places = [(word.start, word.end) for word in words_of(words)]

    assert all(0 <= start < end <= len(words) for start, end in places)
    assert places == sorted(places)


def test_endless_markup_is_answered() -> None:
    for piece in ("<!--", "<style>", "<div hidden>", "<span ", "&", "&am", "<b", "</", "&#0;", "&#x110000;"):
        words = (piece * 100_000)[:100_000]

        assert reviewed(words, past(SENT)).version


QUOTED = "Ana, you said that the print quality of the spring posters worries you, so we changed the paper."


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("You were right about the paper, Ana: it was too thin for the big posters.", Outcome.BLOCK),
        ("See you at the depot then, Ana!", Outcome.WARN),
        ("Sounds good to me, Ana!", Outcome.PASS),
        ("Thank you, Ana!", Outcome.PASS),
    ],
)
def test_the_same_words_with_another_name_are_the_same_words(words: str, outcome: Outcome) -> None:
    verdict = reviewed(words, past(words.replace("Ana", "Tom")))

    assert severity(verdict, "already_sent") is outcome


def test_what_quotes_one_person_is_not_sent_to_the_next_with_their_name_in_it() -> None:
    said = Evidence("their_words", "the print quality of the spring posters worries me")
    verdict = reviewed(QUOTED, past(QUOTED.replace("Ana", "Tom")), evidence=(said,))

    finding = found(verdict, "already_sent")
    assert finding is not None
    assert finding.severity is Outcome.BLOCK


@pytest.mark.parametrize(
    ("draft", "other", "same"),
    [
        ("hi ana how is it", "hi tom how is it", True),
        ("hi ana how is it", "hi how is it", True),
        ("hi ana silva how is it", "hi tom how is it", True),
        ("hi ana how is it ana", "hi tom ray jones how is it tom", True),
        ("ana how is it", "tom how is it", True),
        ("hi ana how is it", "hi tom how was it", False),
        ("hi ana how is it", "hi tom how is it now", False),
        ("how is it", "how is it tom", False),
        ("hi ana how", "hi one two three four how", False),
    ],
)
def test_readdressed(draft: str, other: str, same: bool) -> None:
    assert readdressed(draft.split(), {"ana", "silva"}, other.split()) is same
