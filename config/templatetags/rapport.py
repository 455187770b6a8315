"""Small things that pages of both apps write. Built into every template; nothing to load."""

import datetime as dt
import unicodedata
import zlib
from functools import cache, lru_cache

from django import template
from django.contrib.messages.storage.base import Message
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from config import framing
from influencers import saying

register = template.Library()
HUES = 12
UNDO = "undo:"


@register.simple_tag(takes_context=True)
def part(context: template.Context, name: str) -> SafeString:
    """Draw a part of the frame: `layout/<name>.html`, kept in memory for all who see the same."""
    return framing.part(name, context)


@register.simple_tag(takes_context=True)
def kept(context: template.Context, name: str, key: tuple[object, ...], **values: object) -> SafeString:
    """Draw the template `name` with `values` and keep the outcome. `key` holds all it hangs on but the language."""

    def draw() -> str:
        found = context.template.engine.get_template(name)  # type: ignore[union-attr]
        return str(found.render(context.new(values)))

    return mark_safe(framing.kept((name, get_language(), *key), draw))  # noqa: S308 (a template's output)


@register.simple_tag
@lru_cache(maxsize=2000)
def icon(name: str, css: str = "") -> SafeString:
    """Draw an icon of `static/icons.svg`. It says nothing to a screen reader: give the words beside it."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true"><use href="{}#{}"/></svg>',
        css,
        _sprite(),
        name,
    )


@register.filter
def initials(who: object) -> str:
    """Return the letters for a person's face: of the first and the last word that has one.

    Scripts without capitals get one letter only: two of them would join, or read as another word.
    """
    return _initials(str(who))


@lru_cache(maxsize=10_000)
def _initials(name: str) -> str:
    letters = [letter.upper() for word in name.split() if (letter := _first_letter(word))]
    if letters and letters[0].lower() == letters[0]:
        return letters[0]
    return "".join(letters[:1] + letters[1:][-1:]) or "?"


@register.filter
def hue(who: object) -> int:
    """Return one of twelve hues for a name, the same every time."""
    return zlib.crc32(str(who).encode()) % HUES


@register.filter
def undo_url(message: Message) -> str:
    """Return where to take back what a message tells, from `extra_tags="undo:/address/"`, or ''."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix(UNDO) for tag in tags if tag.startswith(UNDO)), "")


@cache
def _sprite() -> str:
    return static("icons.svg")


@register.filter
def on_day(day: dt.date | None, today: dt.date) -> str:
    """Say a date as people do: “today”, “in 3 days”, “May 3”; '' for none."""
    return saying.on_day(day, today) if day else ""


def _first_letter(word: str) -> str:
    composed = unicodedata.normalize("NFC", word)
    return next((letter for letter in composed if letter.isalnum()), "")
