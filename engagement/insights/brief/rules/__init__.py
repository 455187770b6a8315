"""What is worth asking about: one rule a file, in the order in which they are asked.

Each rule reads the record and yields what it finds, the best first. A brief takes the first thing of each rule until
it has three; where fewer rules find something, it goes round again. No rule writes a sentence of its own: the words
are the record's.
"""

from collections.abc import Callable, Iterator
from itertools import islice, zip_longest

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.rules import date_near, post, promise_due, question, topic, unknown

FEW = 3
RULES: tuple[Callable[[Material], Iterator[Ask]], ...] = (
    question.find, date_near.find, promise_due.find, post.find, topic.find, unknown.find,
)  # fmt: skip


def worth_asking(known: Material) -> tuple[Ask, ...]:
    """Return three things worth asking about, no two of them the same words; fewer where the record has no more."""
    found = [list(islice(rule(known), FEW)) for rule in RULES]
    chosen: dict[str, Ask] = {}
    for ask in (one for round_ in zip_longest(*found) for one in round_ if one is not None):
        chosen.setdefault(ask.text, ask)
    return tuple(islice(chosen.values(), FEW))
