"""How the admin looks: the application's brand color and icon, its theme, and what stands in the sidebar."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# Lightness and chroma; the hue is that of `--brand` in static/src/tokens.css.
BRAND_HUE = 283
_SHADES = {
    "50": (97.7, 0.012), "100": (95, 0.027), "200": (90.5, 0.055), "300": (83, 0.095), "400": (74, 0.125),
    "500": (62, 0.17), "600": (49, 0.19), "700": (43, 0.175), "800": (37, 0.15), "900": (32, 0.12), "950": (24, 0.085),
}  # fmt: skip
_GRAYS = {
    "50": (98.5, 0.003), "100": (96.5, 0.005), "200": (91.5, 0.006), "300": (86, 0.009), "400": (72, 0.015),
    "500": (52, 0.02), "600": (43, 0.02), "700": (36, 0.018), "800": (28, 0.016), "900": (21, 0.014),
    "950": (16, 0.012),
}  # fmt: skip


def _colors(shades: dict[str, tuple[float, float]]) -> dict[str, str]:
    return {name: f"oklch({light}% {chroma} {BRAND_HUE})" for name, (light, chroma) in shades.items()}


def theme(request: HttpRequest) -> str | None:
    """Return the theme chosen in the application; None follows the system."""
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in ("light", "dark") else None


def favicon(request: HttpRequest) -> str:
    """Return the address of the application's icon."""
    return static("favicon.svg")


def styles(request: HttpRequest) -> str:
    """Return the address of the few rules that are ours."""
    return static("admin.css")


def account(request: HttpRequest) -> str:
    """Return the address of the page for one's password."""
    return reverse("account_change_password")


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Rapport",
    "SITE_HEADER": "Rapport",
    "SITE_SUBHEADER": _("Admin"),
    "SITE_ICON": favicon,
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": favicon}],
    "STYLES": [styles],
    "SHOW_BACK_BUTTON": True,
    "THEME": theme,
    "BORDER_RADIUS": "8px",
    "COLORS": {"base": _colors(_GRAYS), "primary": _colors(_SHADES)},
    "ACCOUNT": {"navigation": [{"title": _("Change password"), "link": account}]},
    "SIDEBAR": {
        "show_search": True,
        "show_all_applications": False,
        "navigation": "config.adminsite.menu.menu",
    },
}
