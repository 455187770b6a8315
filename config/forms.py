"""How `{{ form }}` and a field of it are drawn."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draws forms with the templates in `templates/forms/`."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
