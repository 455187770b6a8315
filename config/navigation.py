"""The pages one can go to, as data: the sidebar, the phone's bar, the palette and the keys read it."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from influencers.models import Post, Program


@dataclass(frozen=True)
class Place:
    """A page of a program. `keys` is what to press, with a space between the keys; `roles` are those let in."""

    name: str
    label: str | Promise
    icon: str
    view: str
    keys: str = ""
    roles: tuple[str, ...] = tuple(Post.Role.values)


PAGES = (
    Place("today", _("Today"), "sun", "engagement:today", "g t"),
    Place("advocates", _("Advocates"), "users", "influencers:advocates", "g a"),
    Place("requests", _("Requests"), "hand-helping", "engagement:requests", "g r"),
    Place("promises", _("Promises"), "handshake", "engagement:promises", "g p"),
    Place("perks", _("Perks"), "gift", "engagement:perks", "g e"),
    Place("asks", _("Asks"), "calendar-days", "engagement:asks", "g k"),
    Place("planned", _("Planned"), "calendar-check", "engagement:planned_list", "g l"),
    Place("rotation", _("Rotation"), "refresh-cw", "influencers:rotation", "g o"),
    Place("fairness", _("Fairness"), "scale", "engagement:fairness", "g f", Post.MANAGING),
    Place("ties", _("Who knows whom"), "network", "influencers:ties", "g w"),
    Place("imports", _("Imports"), "upload", "influencers:imports", "g i", Post.MANAGING),
    Place("settings", _("Settings"), "settings", "influencers:settings", "g s", Post.MANAGING),
)
ACTIONS = (
    Place("log", _("Log a touch"), "plus", "engagement:log", "l", Post.WRITING),
    Place("compose", _("Write to somebody"), "pen-line", "engagement:compose", "c", Post.WRITING),
    Place("want", _("Ask somebody for something"), "calendar-plus", "engagement:want", "", Post.WRITING),
)


@dataclass(frozen=True)
class Link:
    """A place, with its address in one program."""

    place: Place
    url: str
    current: bool


def address(view: str, program: Program) -> str:
    """Return the address of a view in `program`, or '' where there is no such page."""
    return _address(view, program.slug)


@lru_cache(maxsize=4096)
def _address(view: str, slug: str) -> str:
    try:
        return reverse(view, kwargs={"program_slug": slug})
    except NoReverseMatch:
        return ""


def links(places: tuple[Place, ...], program: Program, role: str, path: str) -> dict[str, Link]:
    """Return the links of the `places` that let `role` in, by name; the one that `path` lies under is current."""
    found = [(place, address(place.view, program)) for place in places if role in place.roles]
    return {place.name: Link(place, url, path.startswith(url)) for place, url in found if url}
