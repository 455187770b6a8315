"""How lists of the API are narrowed by what a row points to."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.validators import MaxValueValidator
from django.db import models

LARGEST_ID = 2**63 - 1


class IdFilter(django_filters.NumberFilter):  # type: ignore[misc]
    """The id of what a row points to."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, min_value=0, **options)

    def get_max_validator(self) -> MaxValueValidator:
        """No database has a larger one."""
        return MaxValueValidator(LARGEST_ID)


class Narrowed(django_filters.FilterSet):  # type: ignore[misc]
    """A filter whose ids are numbers, compared as such.

    Looked up first, an id of another program would be answered otherwise than one of nothing, and so tell of a row
    that the caller may not see; and each lookup would be a statement more.
    """

    FILTER_DEFAULTS: ClassVar[dict[Any, Any]] = {
        **django_filters.FilterSet.FILTER_DEFAULTS,
        models.ForeignKey: {"filter_class": IdFilter},
        models.OneToOneField: {"filter_class": IdFilter},
    }
