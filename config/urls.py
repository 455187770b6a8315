"""Where everything is. Each app keeps its own list."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("engagement.urls")),
    path("", include("influencers.urls")),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
