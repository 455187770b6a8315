"""What a draft claims, as against what it denies, wishes for or looks forward to; and what may bear it out."""

import re
from collections.abc import Iterator

from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading

# In the same clause before the claim: 'we never had that lunch', 'I wish it had been great to meet you'.
_DENIED = re.compile(
    r"(?<!\w)(?:never|not|\w{1,8}n't|cannot|without|wish|would|could|should|if|unless|until|missed|instead of"
    r"|\w{1,8}'ll|will|shall|\w{1,8}'d (?:be|love|like|have|so)|did|whether|let's"
    r"|hop(?:e|ing)|forward|can't wait|next time|one day|soon)(?!\w)[^.!?\n,;:]{0,30}\Z"
)
# And after it: 'thanks for the lunch invitation', 'the call you suggested'.
_PROPOSED = re.compile(
    r"(?: \w{1,20}){0,2} ?(?:invitation|invite|offer|idea|suggestion|proposal|request|plans?|voucher|never"
    r"|we never"
    r"|(?:that )?(?:we didn't|did not happen|didn't happen|you (?:offered|suggested|proposed)|is coming up)"
    r"|next (?:week|month|time)|tomorrow)(?!\w)"
)
_AROUND = 60


def claims(reading: Reading, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern of `Reading.find` that the draft asserts."""
    for match in reading.find(pattern):
        start, stop = match.span()
        new_clause = match.group()[:1] in ".!?,\n"
        before = "" if new_clause else match.string[max(0, start - _AROUND) : start]
        after = match.string[stop : stop + _AROUND]
        if not _DENIED.search(before) and not _PROPOSED.match(after):
            yield match


def on_record(reading: Reading) -> tuple[Evidence, ...]:
    """The evidence that words may rest on."""
    return tuple(item for item in reading.draft.evidence if item.bears_out)
