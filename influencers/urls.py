"""Pages of the people we look after."""

from django.urls import URLPattern, URLResolver

app_name = "influencers"
urlpatterns: list[URLPattern | URLResolver] = []
