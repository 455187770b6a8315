"""Tags, labels and categories."""

from influencers.importing.limits import MAX_TAG
from influencers.importing.values.text import is_unknown, one_line, several


def read_tags(text: str) -> tuple[str, ...]:
    """Return the tags of a cell, each once. Google's own groups (`* myContacts`) are none of ours."""
    tags: dict[str, str] = {}
    for part in several(text, commas=True):
        tag = one_line(part)[:MAX_TAG].strip()
        if tag and not tag.startswith("* ") and not is_unknown(tag):
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())
