"""What every page's frame shows. Computed when a template asks for it, once a request."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from config import navigation
from influencers import access

if TYPE_CHECKING:
    from influencers.models import Program

THEMES = ("light", "dark")


class Frame:
    """The programs of whoever is looking, the current one, and where one can go from here."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def programs(self) -> "list[Program]":
        """The programs the user may see, in one statement."""
        user = getattr(self.request, "user", None)
        return list(access.programs_for(user)) if user is not None and user.is_authenticated else []

    @cached_property
    def program(self) -> "Program | None":
        """The program that the address names, if the user may see it."""
        match = self.request.resolver_match
        slug = match.kwargs.get("program_slug") if match else None
        return next((program for program in self.programs if program.slug == slug), None)

    @cached_property
    def home(self) -> "Program | None":
        """The program that the frame's links lead to, also on pages outside of any."""
        missed = (program for program in self.programs if self.request.path.startswith(f"/{program.slug}/"))
        return self.program or next(missed, self.programs[0] if self.programs else None)

    @cached_property
    def switches(self) -> "list[tuple[Program, str]]":
        """The programs one can change to, with the address of their first page."""
        return [(program, navigation.address("engagement:today", program)) for program in self.programs]

    @cached_property
    def pages(self) -> dict[str, navigation.Link]:
        """The pages of the program, by name."""
        return navigation.links(navigation.PAGES, self.home, self.request.path) if self.home else {}

    @cached_property
    def actions(self) -> dict[str, navigation.Link]:
        """What can be done from any page, by name."""
        return navigation.links(navigation.ACTIONS, self.home, self.request.path) if self.home else {}

    @cached_property
    def palette_url(self) -> str:
        """Where the palette asks for people."""
        return navigation.address("influencers:palette", self.home) if self.home else ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Hand the frame to templates: `frame`, `programs`, `program`, `theme` and the scripts' nonce."""
    shown = Frame(request)
    theme = request.COOKIES.get("theme", "")
    return {
        "frame": shown,
        "programs": lambda: shown.programs,
        "program": lambda: shown.program,
        "theme": theme if theme in THEMES else "",
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
