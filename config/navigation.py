"""The pages one can go to, as data: the sidebar, the phone's bar, the palette and the keys read it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from influencers.models import Program


@dataclass(frozen=True)
class Place:
    """A page of a program. `keys` is what to press, with a space between the keys."""

    name: str
    label: str | Promise
    icon: str
    view: str
    keys: str = ""


PAGES = (
    Place("today", _("Today"), "sun", "engagement:today", "g t"),
    Place("advocates", _("Advocates"), "users", "influencers:advocates", "g a"),
    Place("requests", _("Requests"), "hand-helping", "engagement:requests", "g r"),
    Place("promises", _("Promises"), "handshake", "engagement:promises", "g p"),
    Place("rotation", _("Rotation"), "refresh-cw", "influencers:rotation", "g o"),
    Place("imports", _("Imports"), "upload", "influencers:imports", "g i"),
    Place("settings", _("Settings"), "settings", "influencers:settings", "g s"),
)
ACTIONS = (
    Place("log", _("Log a touch"), "plus", "engagement:log", "l"),
    Place("compose", _("Write to somebody"), "pen-line", "engagement:compose", "c"),
)


@dataclass(frozen=True)
class Link:
    """A place, with its address in one program."""

    place: Place
    url: str
    current: bool


def address(view: str, program: "Program") -> str:
    """Return the address of a view in `program`, or '' where there is no such page."""
    try:
        return reverse(view, kwargs={"program_slug": program.slug})
    except NoReverseMatch:
        return ""


def links(places: tuple[Place, ...], program: "Program", path: str) -> dict[str, Link]:
    """Return the links of `places` by their name; the one that `path` lies under is current."""
    found = [(place, address(place.view, program)) for place in places]
    return {place.name: Link(place, url, path.startswith(url)) for place, url in found if url}
