"""Which static files are served, and under which names."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class ServedFiles(StaticFilesConfig):
    """Leaves out `static/src/`, which the CSS is built from."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "src"]


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names carry the content's hash, also in the imports between our modules, so all may be cached for ever."""

    support_js_module_import_aggregation = True
