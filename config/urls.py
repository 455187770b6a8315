"""Where everything is. Each app keeps its own list."""

from django.contrib import admin
from django.urls import include, path

from config import views

urlpatterns = [
    path("", include("engagement.urls")),
    path("", include("influencers.urls")),
    path("account/preferences/", views.preferences, name="preferences"),
    path("account/", include("allauth.urls")),
    path("api/", include(("config.api", "api"))),
    path("admin/", admin.site.urls),
    path("styleguide/", views.styleguide, name="styleguide"),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler429 = "config.errors.too_many_requests"  # asked for by allauth
handler500 = "config.errors.server_error"
