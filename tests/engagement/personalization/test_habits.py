"""What a writer's messages always begin and end with is learned, and is no copying; a template's sentences are not."""

import random

import pytest

from engagement.personalization.findings import Outcome
from engagement.personalization.habits import MOST, learn, without_habits
from engagement.personalization.text import words_of
from tests.engagement.personalization.drafts import past, reviewed, severity

BODIES = [
    "Did the marathon shoes hold up in all that rain last Sunday?",
    "The owl print hangs over the counter now and customers keep asking for it.",
    "Your question about paper weights had me reading old catalogs until midnight.",
    "We burned the first batch of screens, so the workshop moves to Thursday week.",
    "My daughter tried your sourdough starter and has named it Gregor.",
    "That tram photo at dusk made everybody here want to visit Porto.",
]
OPENING = "Winter greetings from the shed behind the old brewery on the canal."
CLOSING = "Come by whenever the red lamp is lit.\nMia of the letterpress shed"
TEMPLATE = (
    "We are starting a small series about people who print at home. Would you like to be in it with {}? "
    "It takes an hour and there is cake. Tell us which day suits you best."
)


def written(*bodies, opening=OPENING, closing=CLOSING):
    return [
        (f"person{place}", f"Hi P{place}, {opening} {body}\n{closing}") for place, body in enumerate(bodies)
    ]


def own(words, habits):
    start, stop = without_habits(words_of(words), habits, 0, len(words_of(words)))
    taken = words_of(words)[start:stop]
    return words[taken[0].start : taken[-1].end]


def test_what_many_messages_begin_and_end_with_is_learned():
    habits = learn(written(*BODIES))

    assert own(written("Is the kiln warm yet, and may I bring two plates?")[0][1], habits) == (
        "Is the kiln warm yet, and may I bring two plates"
    )


def test_it_is_not_learned_from_messages_to_one_person():
    assert learn([("ana", words) for _to, words in written(*BODIES)]) == frozenset()


def test_a_template_around_another_word_is_no_habit():
    filled = [
        (f"person{place}", TEMPLATE.format(word))
        for place, word in enumerate(["owls", "foxes", "bears", "cats", "dogs", "emus", "yaks"])
    ]

    assert learn(filled) == frozenset()


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("liebe Grüße aus dem Schuppen hinter der alten Brauerei.", "Komm vorbei, wenn die rote Lampe brennt."),
        ("un grand bonjour de l'atelier au bord du canal.", "Passe quand la lampe rouge est allumée."),
        ("تحية طيبة من الورشة القديمة عند القناة.", "تعال متى شئت عندما يضيء المصباح الأحمر."),
        ("運河のほとりの工房より。", "赤い灯がともったらいつでもどうぞ。"),
    ],
)  # fmt: skip
def test_it_needs_no_english(opening, closing):
    habits = learn(written(*BODIES, opening=opening, closing=closing))

    assert own(f"{opening} {BODIES[0]}\n{closing}", habits).strip(".?") == BODIES[0].strip(".?")


def test_the_habits_of_a_writer_are_bounded():
    chance = random.Random(1)
    names = [
        "ash",
        "elm",
        "fir",
        "oak",
        "yew",
        "box",
        "bay",
        "fig",
        "nut",
        "pea",
        "rye",
        "oat",
        "hop",
        "tea",
        "rue",
        "dill",
        "sage",
        "mint",
        "kale",
        "leek",
    ]
    openings = [f"Greetings from {one} and {other} lane." for one in names for other in names[:4]]
    endless = [
        (f"p{place}", f"{opening} {' '.join(''.join(chance.choices('abcdefghij', k=7)) for _ in range(12))}.")
        for place, opening in enumerate(opening for opening in openings for _body in range(6))
    ]

    assert len(learn(endless)) == MOST


def test_what_one_always_says_does_not_count_as_copied():
    sent = [past(words, id=f"m{place}") for place, (_to, words) in enumerate(written(*BODIES))]
    draft = f"Ana, {OPENING} Your marathon in Lisbon: did the blister heal?\n{CLOSING}"

    assert severity(reviewed(draft, *sent), "already_sent") is not Outcome.PASS
    assert severity(reviewed(draft, *sent, habits=learn(written(*BODIES))), "already_sent") is Outcome.PASS


def test_nothing_but_habits_is_judged_as_any_text():
    habits = learn(written(*BODIES))
    draft = f"Ana, {OPENING}\n{CLOSING}"

    assert (
        severity(reviewed(draft, past(f"Tom, {OPENING}\n{CLOSING}"), habits=habits), "already_sent")
        is Outcome.BLOCK
    )


def test_a_copied_body_between_habits_is_still_blocked():
    habits = learn(written(*BODIES))
    draft = f"Ana, {OPENING} {BODIES[1]} {BODIES[3]}\n{CLOSING}"
    sent = past(f"Tom, {BODIES[1]} {BODIES[3]} See you.")

    assert severity(reviewed(draft, sent, habits=habits), "already_sent") is Outcome.BLOCK
