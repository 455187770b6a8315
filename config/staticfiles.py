"""Which static files are served, and under which names."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class ServedFiles(StaticFilesConfig):
    """Leaves out `static/src/`, the CSS's source, and htmx's extensions, whose imports have no file."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "src", "django_htmx/ext/*"]


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names carry the hash of the content, in imports between our modules, so all are cached for ever."""

    support_js_module_import_aggregation = True
