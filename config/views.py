"""Pages that belong to no program: how one likes to see the application, and what it is made of."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from config.context import THEMES

YEAR = 60 * 60 * 24 * 365


def back(request: HttpRequest) -> str:
    """Return the page a form was sent from, if it is one of ours."""
    url = request.POST.get("next") or request.headers.get("referer") or "/"
    safe = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if safe else "/"


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep theme, language and keyboard shortcuts: in cookies, and with the user where there is one."""
    response = redirect(back(request))
    theme = request.POST.get("theme")
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    elif theme == "system":
        response.delete_cookie("theme", samesite="Lax")
    language = request.POST.get("language", "")
    if translation.check_for_language(language) and language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR, samesite="Lax", secure=request.is_secure()
        )
        _remember(request, "language", language)
    if "shortcuts" in request.POST:
        _remember(request, "shortcuts", request.POST["shortcuts"] == "on")
    return response


def _remember(request: HttpRequest, field: str, value: object) -> None:
    if request.user.is_authenticated:
        setattr(request.user, field, value)
        request.user.save(update_fields=[field])


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component: for those who build pages, and for the tests that look at them."""
    if not (settings.DEBUG or (request.user.is_authenticated and request.user.is_staff)):
        raise Http404
    return render(request, "styleguide.html", {"tones": ["neutral", "brand", "good", "info", "warn", "bad"]})
