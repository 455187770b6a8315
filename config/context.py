"""What every page's frame shows. Computed when a template asks for it, once a request."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from config import navigation
from influencers.models import Post, Program, User
from influencers.views.seen import seen_programs

THEMES = ("light", "dark")


class Frame:
    """The programs of whoever is looking, the current one, and where one can go from here."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def programs(self) -> list[Program]:
        """The programs the user may see, each with `my_role`."""
        return seen_programs(self.request)

    @cached_property
    def program(self) -> Program | None:
        """The program that the address names, if the user may see it."""
        match = self.request.resolver_match
        slug = match.kwargs.get("program_slug") if match else None
        return next((program for program in self.programs if program.slug == slug), None)

    @cached_property
    def home(self) -> Program | None:
        """The program that the frame's links lead to, also on pages outside of any."""
        missed = (program for program in self.programs if self.request.path.startswith(f"/{program.slug}/"))
        return self.program or next(missed, self.programs[0] if self.programs else None)

    @cached_property
    def switches(self) -> list[tuple[Program, str]]:
        """The programs one can change to, with the address of their first page."""
        return [(program, navigation.address("engagement:today", program)) for program in self.programs]

    @cached_property
    def pages(self) -> dict[str, navigation.Link]:
        """The pages of the program, by name."""
        return self._links(navigation.PAGES)

    @cached_property
    def actions(self) -> dict[str, navigation.Link]:
        """What can be done from any page, by name."""
        return self._links(navigation.ACTIONS)

    @property
    def administers(self) -> bool:
        """Whether the user is an admin of any program, or of the whole installation."""
        admin = any(getattr(program, "my_role", "") == Post.Role.ADMIN for program in self.programs)
        return admin or bool(getattr(getattr(self.request, "user", None), "is_superuser", False))

    def _links(self, places: tuple[navigation.Place, ...]) -> dict[str, navigation.Link]:
        if self.home is None:
            return {}
        role: str = getattr(self.home, "my_role", "")
        return navigation.links(places, self.home, role, self.request.path)

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """All that the parts of the frame hang on: where it is the same, they look the same."""
        user, home = getattr(self.request, "user", None), self.home
        return (
            get_language(), theme_of(self.request),
            (user.pk, str(user), user.is_staff, user.shortcuts) if isinstance(user, User) else None,
            self.administers, tuple((one.pk, one.slug, one.name) for one in self.programs),
            (home.pk, getattr(home, "my_role", "")) if home else None, self.program is not None,
            *(link.place.name for link in (*self.pages.values(), *self.actions.values()) if link.current),
        )  # fmt: skip

    @cached_property
    def palette_url(self) -> str:
        """Where the palette asks for people."""
        return navigation.address("influencers:palette", self.home) if self.home else ""


def theme_of(request: HttpRequest) -> str:
    """Return the theme that was chosen: light, dark, or '' for the system's."""
    theme = request.COOKIES.get("theme", "")
    return theme if theme in THEMES else ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Hand the frame to templates: `frame`, `programs`, `program`, `theme` and the scripts' nonce."""
    shown = Frame(request)
    return {
        "frame": shown,
        "programs": lambda: shown.programs,
        "program": lambda: shown.program,
        "theme": theme_of(request),
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
