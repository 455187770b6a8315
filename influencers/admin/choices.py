"""What one may choose in a form, or filter by, is what one may see in the admin."""

from typing import Any

from django.contrib.admin import RelatedFieldListFilter
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import HttpRequest


class ScopedChoices:
    """A page, or an inline, whose fields offer the rows of the reader's programs."""

    admin_site: Any

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer what the other model's own admin would list."""
        keeper = self.admin_site.get_model_admin(db_field.remote_field.model)
        kwargs.setdefault("queryset", keeper.get_queryset(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Leave out the buttons that open another model's form on top of this one."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class ScopedFilter(RelatedFieldListFilter):
    """Filter by a related row: those of the reader's programs."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """Return what the other model's own admin would list, a hundred at most."""
        keeper = model_admin.admin_site.get_model_admin(field.remote_field.model)
        return [(row.pk, str(row)) for row in keeper.get_queryset(request)[:100]]
