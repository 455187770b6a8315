"""Words that are spread as in real text: few very often, many rarely."""

import itertools
import random

SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "bu",
    "da",
    "de",
    "di",
    "do",
    "du",
    "ka",
    "ke",
    "ki",
    "ko",
    "ku",
    "la",
    "le",
    "li",
    "lo",
    "lu",
    "ma",
    "me",
    "mi",
    "mo",
    "mu",
    "na",
    "ne",
    "ni",
    "no",
    "nu",
    "ra",
    "re",
    "ri",
    "ro",
    "ru",
    "sa",
    "se",
    "si",
    "so",
    "su",
    "ta",
    "te",
    "ti",
    "to",
    "tu",
    "va",
    "ve",
    "vi",
    "vo",
    "vu",
]
FIRST = [
    "Maya",
    "Tom",
    "Ana",
    "Hiro",
    "Priya",
    "Lukas",
    "Zoë",
    "Kwame",
    "Freya",
    "Mateo",
    "Chloé",
    "Omar",
    "Ingrid",
    "Sam",
    "Yuki",
    "Dmitri",
    "Amara",
    "Elif",
    "Jonas",
    "Siobhán",
    "Rafael",
    "Nour",
    "Greta",
    "Pablo",
    "Aiko",
    "Ben",
    "Leila",
    "Viktor",
    "Marisol",
    "Tariq",
]


class Speech:
    """Sentences from a vocabulary of 6,000 words, the n-th word about 1/n as often as the first."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        made = ["".join(pair) for pair in itertools.product(SYLLABLES, repeat=2)]
        made += ["".join(self.chance.choices(SYLLABLES, k=3)) for _ in range(4000)]
        self.chance.shuffle(made)
        self.vocabulary = made[:6000]
        self.weights = list(itertools.accumulate(1 / (place + 3) for place in range(len(self.vocabulary))))

    def words(self, least: int, most: int) -> str:
        """Return one text of between `least` and `most` words."""
        return " ".join(
            self.chance.choices(self.vocabulary, cum_weights=self.weights, k=self.chance.randint(least, most))
        )

    def name(self) -> str:
        """Return a person's name."""
        last = "".join(self.chance.choices(SYLLABLES, k=3)).capitalize()
        return f"{self.chance.choice(FIRST)} {last}"
