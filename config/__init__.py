"""Configuration. The Celery application is loaded with Django, so that shared tasks find it."""

from config import lean as _lean  # noqa: F401 - before anything imports openpyxl
from config.celery import app as celery_app

__all__ = ["celery_app"]
