"""What they asked of us, and what they answered: subjects to avoid, a no, pronouns."""

from dataclasses import replace
from datetime import date

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.message import Evidence, Form
from tests.engagement.personalization.drafts import ANA, LUNCH, found, pointed_at, reviewed, severity

DAY = date(2026, 10, 2)
OURS = Evidence(
    "our_words", "Would you like to host a podcast episode about bookbinding with us?", date(2026, 10, 1)
)
PITCH = "Would you like to host our podcast about bookbinding after all, Ana? The marathon could come first."
NOES = [
    "No thanks, the podcast about bookbinding is not for me.",
    "She is not interested in a podcast on bookbinding",
    "I have to pass on the bookbinding podcast, too much on my plate",
    "Loves the new press. Said no to the podcast about bookbinding. Wants gray paper.",
    "Kein Interesse am Podcast über bookbinding, lieber etwas anderes",
    "Non merci pour le podcast bookbinding",
    "No, gracias: el podcast de bookbinding no me interesa",
]


def theirs(text: str, when: date = DAY) -> Evidence:
    return Evidence("their_words", text, when)


@pytest.mark.parametrize("no", NOES)
def test_the_same_pitch_after_a_no_is_warned_about(no: str) -> None:
    verdict = reviewed(PITCH, evidence=(LUNCH, theirs(no)))

    finding = found(verdict, "declined")
    assert finding is not None
    assert finding.severity is Outcome.WARN
    assert set(pointed_at(PITCH, finding)) >= {"podcast"}


def test_a_bare_no_is_about_what_we_wrote_before_it() -> None:
    later = Evidence("our_words", "The gray paper for your posters has arrived.", date(2026, 10, 9))

    evidence = (LUNCH, later, OURS, theirs("No thanks!"))

    assert severity(reviewed(PITCH, evidence=evidence), "declined") is Outcome.WARN
    other = "Would you like a stack of the gray paper for the posters, Ana?"
    assert severity(reviewed(other, evidence=evidence), "declined") is Outcome.PASS


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (PITCH, "Yes to the podcast about bookbinding, with pleasure"),
        (PITCH, "I do not mind the rain at the marathon"),
        ("The podcast about bookbinding went online without you, and you were right to stay away.", NOES[0]),
        (
            "I know you said no to the bookbinding podcast: would you like to hear it before anybody else?",
            NOES[0],
        ),
        ("Would you like to run the marathon with us in May?", NOES[0]),
        ("Would you like to come to lunch on Tuesday, Ana?", "No thanks"),
    ],
)
def test_anything_else_is_no_pitch_they_turned_down(words: str, said: str) -> None:
    assert severity(reviewed(words, evidence=(LUNCH, theirs(said))), "declined") is Outcome.PASS


AVOID = Evidence("avoid", "Do not mention her divorce", DAY, "fact:3")


def test_a_subject_to_be_avoided_is_warned_about_and_never_praised() -> None:
    words = "I was so sorry to hear about the divorce, Ana."

    verdict = reviewed(words, evidence=(AVOID,))

    assert severity(verdict, "avoid") is Outcome.WARN
    assert list(pointed_at(words, found(verdict, "avoid"))) == ["divorce"]
    assert all(finding.severity is not Outcome.PASS for finding in verdict.findings)


def test_other_subjects_may_be_mentioned() -> None:
    words = "I wanted to mention the marathon, Ana: good luck, and write to me about it!"

    assert severity(reviewed(words, evidence=(LUNCH, AVOID)), "avoid") is Outcome.PASS


def test_what_we_wrote_ourselves_bears_nothing_out() -> None:
    ours = Evidence(
        "our_words", "I promised you a sample, and loved your post about bookbinding at lunch", DAY
    )

    promised = reviewed("As promised, the sample is on its way.", evidence=(ours,))
    post = reviewed("Your post about bookbinding made me laugh.", evidence=(ours,))

    assert severity(promised, "promised") is Outcome.WARN
    assert severity(post, "post") is Outcome.WARN
    assert all(finding.severity is not Outcome.PASS for finding in post.findings)


@pytest.mark.parametrize(
    ("pronouns", "note", "outcome"),
    [
        ("she/her", "He wants the gray paper for his posters", Outcome.WARN),
        ("he/him", "She wants the gray paper", Outcome.WARN),
        ("they/them", "He wants the gray paper", Outcome.WARN),
        ("sie/ihr, she", "told me about his knee", Outcome.WARN),
        ("she/her", "She wants the gray paper", Outcome.PASS),
        ("she/they", "They want the gray paper, her knee is better", Outcome.PASS),
        ("he/they", "He wants the gray paper", Outcome.PASS),
        ("she/her", "Her brother runs too, he did the marathon", Outcome.PASS),
        ("she/her", "The boss was there, he wants the gray paper", Outcome.PASS),
        ("she/her", "Told him about the gray paper, she was glad", Outcome.PASS),
        ("", "He wants the gray paper", Outcome.PASS),
        ("any", "He wants the gray paper", Outcome.PASS),
    ],
)
def test_pronouns_in_a_note(pronouns: str, note: str, outcome: Outcome) -> None:
    ana = replace(ANA, pronouns=pronouns)

    verdict = reviewed(note, recipient=ana, form=Form.NOTE, other_names=frozenset())

    assert severity(verdict, "pronouns") is outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Dear Mr. Silva, good luck at the marathon!", Outcome.WARN),
        ("Lieber Herr Silva, viel Glück beim Marathon!", Outcome.WARN),
        ("Dear Ms. Silva, good luck at the marathon!", Outcome.PASS),
        ("Dear Ana, Mr. Jones says good luck at the marathon!", Outcome.PASS),
    ],
)
def test_a_title_that_is_not_theirs(words: str, outcome: Outcome) -> None:
    assert severity(reviewed(words, recipient=replace(ANA, pronouns="she/her")), "pronouns") is outcome


@pytest.mark.parametrize(
    "words",
    [
        "Such a pity that we never had that lunch, Ana!",
        "I wish it had been great to meet you, but you were ill.",
        "Thanks for the lunch invitation, Ana, I will be there!",
        "Thank you for the dinner you offered, gladly!",
        "Sorry, I have never promised to send the press",
        "If you are our ambassador one day, you will hear it first",
        "Thanks for the coffee next week, I look forward to it",
        "Without our last chat I would be lost, and we did not have one",
    ],
)
def test_what_is_denied_wished_for_or_planned_is_not_claimed(words: str) -> None:
    verdict = reviewed(words, evidence=(Evidence("fact", "Keeps bees"),))

    assert {severity(verdict, check) for check in ("unmet", "promised", "standing", "familiar")} == {
        Outcome.PASS
    }


@pytest.mark.parametrize(
    "words",
    [
        "I hope you are well, and thanks for lunch on Tuesday!",
        "Not a day too soon, great to meet you, Ana!",
        "It never rains here. Thank you for dinner, Ana!",
    ],
)
def test_what_is_denied_elsewhere_does_not_count(words: str) -> None:
    assert severity(reviewed(words, evidence=(Evidence("fact", "Keeps bees"),)), "unmet") is Outcome.WARN


@pytest.mark.parametrize(
    "words",
    [
        "Dein Content ist einfach super, mach weiter so!",
        "Wow, so schöne Bilder! Wir lieben deinen Kanal",
        "Wir sind so begeistert von deinem Profil, echt inspirierend",
        "J'adore ton contenu, c'est vraiment magnifique !",
        "Bravo, tes photos sont superbes",
        "¡Me encanta tu contenido, eres increíble!",
        "Fotos preciosas, sigue así",
    ],
)
def test_praise_that_fits_anybody_is_seen_in_german_french_and_spanish(words: str) -> None:
    assert severity(reviewed(words, record_complete=False), "particular") is Outcome.WARN


@pytest.mark.parametrize(
    "words",
    [
        "Super, danke dir!",
        "Ja, das ist eine schöne Idee",
        "Ich habe das schon gesehen",
        "Dein Plakat mit der Eule hängt jetzt bei uns, wunderschön!",
        "Merci, c'est super !",
        "La photo du ferry à l'aube est magnifique",
        "Gracias, eres genial",
        "Tu linóleo del ferry es precioso, ¿lo imprimes en gris?",
    ],
)
def test_replies_and_praise_of_something_are_left_alone(words: str) -> None:
    assert severity(reviewed(words, record_complete=False), "particular") is Outcome.PASS
