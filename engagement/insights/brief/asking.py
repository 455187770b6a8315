"""Something worth asking about: what the rules in this folder look for."""

from dataclasses import dataclass

from engagement.insights.brief.source import Source


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing worth asking about: why, what the record says (`theirs`: in their own words), and where it says so."""

    why: str
    text: str
    source: Source
    theirs: bool = False
