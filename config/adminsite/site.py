"""The admin site: for managers and admins of a program, and for administrators of the installation."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from csp.constants import NONCE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.sites import UnfoldAdminSite

from config.adminsite.menu import grouped

View = Callable[..., HttpResponseBase]
# Unfold's Alpine evaluates its attributes and sets styles by text. Only these pages may; the rest stays strict.
RELAXED = {"script-src": [SELF, NONCE, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}


class Site(UnfoldAdminSite):  # type: ignore[misc]
    """Whoever manages a program sees its rows, and nobody else's (`influencers.admin.base`)."""

    index_title = _("Everything on record")

    def has_permission(self, request: HttpRequest) -> bool:
        """Tell whether this person manages a program, or administers the installation. Asked once a request."""
        if not hasattr(request, "_may_enter_admin"):
            request._may_enter_admin = _may_enter(request)  # type: ignore[attr-defined]
        return bool(request._may_enter_admin)  # type: ignore[attr-defined]

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Wrap a view: who may see it, and what its page may do in a browser."""
        inner = super().admin_view(view, cacheable)

        def relaxed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response: Any = inner(request, *args, **kwargs)
            response._csp_replace = RELAXED
            return response  # type: ignore[no-any-return]

        return update_wrapper(relaxed, inner)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Leave out the redirect to any row's page: it would tell the address of another program's row."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Return what may be opened, in the sidebar's groups rather than by Python package."""
        if app_label is not None:
            return super().get_app_list(request, app_label)  # type: ignore[no-any-return]
        groups = grouped(self._build_app_dict(request))
        return [
            {"name": title, "app_label": "", "app_url": "", "has_module_perms": True, "models": models}
            for title, models in groups
        ]

    def program_paths(self) -> dict[type[Model], str]:
        """Return for each model whose rows belong to a program how to get there from a row."""
        found = {model: getattr(keeper, "program_path", "") for model, keeper in self._registry.items()}
        return {model: path for model, path in found.items() if path}

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Send people to the one login page, where second factors and the waiting after failures hold."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", "/admin/"))

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Log out, as everywhere."""
        return _leave(request)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Passwords are changed on one's account page."""
        return redirect("account_change_password")


def _may_enter(request: HttpRequest) -> bool:
    from influencers import access  # models are not there yet when this module is loaded
    from influencers.models import Post

    user = request.user
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or access.programs_for(user, roles=Post.MANAGING).exists()


@require_POST
def _leave(request: HttpRequest) -> HttpResponseBase:
    logout(request)
    return redirect("account_login")
