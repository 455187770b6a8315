"""Pages of what happens between us."""

from django.urls import URLPattern, URLResolver, path

from engagement.views import log

app_name = "engagement"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:program_slug>/log/", log.log, name="log"),
    path("<slug:program_slug>/log/full/", log.full, name="log_full"),
    path("<slug:program_slug>/log/save/", log.save, name="log_save"),
    path("<slug:program_slug>/log/undo/<str:ticket>/", log.undo, name="log_undo"),
]
