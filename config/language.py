"""The language a colleague chose holds on every page, whatever the browser says."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]


class UserLanguageMiddleware:
    """Puts the user's own language before what LocaleMiddleware read from cookie and browser.

    Stands after the authentication, so a second device speaks the colleague's language at once. LocaleMiddleware
    restores the language of the next request and names this one in the answer.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the user's language, where they have chosen one that is spoken here."""
        language = request.user.language if request.user.is_authenticated else ""
        if language in dict(settings.LANGUAGES):
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)
