"""Where everything is. Each app keeps its own list."""

from django.contrib import admin
from django.urls import include, path

from config import views

urlpatterns = [
    path("", include("engagement.urls")),
    path("", include("influencers.urls")),
    path("account/preferences/", views.preferences, name="preferences"),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("styleguide/", views.styleguide, name="styleguide"),
]
