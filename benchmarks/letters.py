"""Messages as companies send them, made up: on average about 210 characters.

One in seven is a template filled in, which is what the personal check is there to find. The rest is words of a large
vocabulary, the n-th about 1/n as often as the first, and for every fourth sentence a frame that thousands use, so that
there are stop-phrases as in life.
"""

import itertools
import random

from benchmarks.words import FIRST, SYLLABLES
from engagement.personalization import lexicon

FRAMES = """
I was thinking about the {n} you showed us at the {n} and how the {n} {v} with it
thank you so much for the {n}
it was great to hear that the {n} of your {n} {v} after all
we have been looking at the {a} {n} since the {n} in {m}
did the {n} ever {v} the way you wanted it to
my colleague {p} said that your {n} is the best {a} {n} she has seen
let me know if you would like to {v} the {n} before we {v} it
I hope that the {n} and the {n} are doing well
how is the {a} {n} coming along
you asked about the {n} and the answer is that we {v} it in {m}
the {n} you wrote about made us {v} the whole {n} again
if you have time in {m} we could {v} together at the {n}
one thing I keep coming back to is what you said about {n} and {n}
by the way the {a} {n} from {p} has arrived and it {v} like a charm
we are looking forward to the {n} as soon as the {n} is ready
please do not worry about the {n} because {p} will {v} it on Monday
the photos of the {a} {n} hang over my desk now
congratulations on the {n} from all of us here
I would love to know what the {n} thinks of the {a} {n}
no need to answer before the {n} is over
""".strip().splitlines()
TEMPLATES = [
    "Hi {p}, we love what you do with {n} and would like to send you our new {n} for free. All we ask for is an honest "
    "word about it on your channel. Are you interested? Then reply with your address and we will {v} the rest.",
    "Dear {p}, our {m} campaign about {n} is about to start and you came to mind at once. We offer early access, a code "
    "for your followers and a share of what they buy. Tell us what you think by the end of the week!",
    "Hello {p}, just a short reminder that the {n} closes on the first of {m}. Your {n} would be a great fit, and it "
    "takes less than five minutes to take part. We keep our fingers crossed for you and the {n}.",
    "Hey {p}, thanks for being part of the {n} this year. As a small sign of our thanks you find a voucher for the {n} "
    "below, which you can use until {m}. Have a lovely week and stay as you are!",
]  # fmt: skip
MONTHS = ("January", "March", "May", "July", "September", "November")


class Letters:
    """The same letters for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        made = ["".join(pair) for pair in itertools.product(SYLLABLES, repeat=2)]
        made += ["".join(self.chance.choices(SYLLABLES, k=3)) for _ in range(6000)]
        self.chance.shuffle(made)
        self.words = {kind: made[start::3] for start, kind in enumerate("nva")}
        common = sorted(lexicon.FUNCTION)  # about half of all words, as in English
        self.chance.shuffle(common)
        self.spoken = common + made
        self.often = list(itertools.accumulate(1 / (place + 10) for place in range(len(self.spoken))))
        self.weights = {
            kind: list(itertools.accumulate(1 / (place + 5) for place in range(len(words))))
            for kind, words in self.words.items()
        }

    def letter(self) -> str:
        """Return one letter."""
        if self.chance.random() < 0.15:
            return self.filled(self.chance.choice(TEMPLATES))
        count = self.chance.choice((1, 2, 2, 3, 3, 3, 4, 4, 5, 6))
        return f"{self.chance.choice(FIRST)}, " + self.own(count)

    def own(self, sentences: int) -> str:
        """Return so many sentences of nobody else's."""
        said = [
            self.filled(frame) if self.chance.random() < 0.25 else self.said()
            for frame in self.chance.sample(FRAMES, sentences)
        ]
        return " ".join(sentence.capitalize() + self.chance.choice((".", ".", "!")) for sentence in said)

    def said(self) -> str:
        """Return a sentence of any words."""
        return " ".join(
            self.chance.choices(self.spoken, cum_weights=self.often, k=self.chance.randint(5, 18))
        )

    def filled(self, frame: str) -> str:
        """Return the frame with words in its places."""
        while (at := frame.find("{")) >= 0:
            frame = frame[:at] + self.word(frame[at + 1]) + frame[at + 3 :]
        return frame

    def word(self, kind: str) -> str:
        """Return a noun, verb, adjective, person or month; some far more often than others."""
        if kind in "pm":
            return self.chance.choice(FIRST if kind == "p" else MONTHS)
        return self.chance.choices(self.words[kind], cum_weights=self.weights[kind])[0]

    def reworded(self, letter: str) -> str:
        """Return the letter to somebody else: another name, every eighth word another, a remark in front."""
        words = [
            self.word("n") if place and self.chance.random() < 0.12 else word
            for place, word in enumerate(letter.split())
        ]
        return f"{self.chance.choice(FIRST)}, {' '.join(words[1:])}"

    def pasted(self, letter: str) -> str:
        """Return a letter of one's own that ends in a paragraph of another."""
        return f"{self.own(1)}\n\n{letter}"
