"""Components, partials and forms work together, as pages rely on."""

import copy
import re

import pytest
from django import forms
from django.template.loader import render_to_string

from tests.factories.programs import UserFactory

PAGE = """{% load partials %}<h1>Whole</h1>
{% partialdef list inline %}<c-badge tone="warn">{{ word }}</c-badge>{% endpartialdef %}"""


class NoteForm(forms.Form):
    said = forms.CharField(help_text="One thing.", error_messages={"required": "Say one thing."})
    told = forms.BooleanField(required=False)
    kind = forms.ChoiceField(choices=[("a", "Lunch")], widget=forms.RadioSelect, required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture
def page(settings, tmp_path):
    """The name of a template with a component inside a partial."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [tmp_path, *templates[0]["DIRS"]]
    settings.TEMPLATES = templates
    (tmp_path / "whole.html").write_text(PAGE)
    return "whole.html"


def test_a_page_and_its_piece_draw_the_same_component(page):
    whole = render_to_string(page, {"word": "Due"})
    piece = render_to_string(f"{page}#list", {"word": "Due"})

    assert piece in whole
    assert 'data-tone="warn"' in piece
    assert "Whole" not in piece


def test_what_people_typed_is_escaped_in_components(page):
    piece = render_to_string(f"{page}#list", {"word": "<script>"})

    assert "&lt;script&gt;" in piece


def test_a_forms_error_and_help_are_tied_to_the_field():
    drawn = NoteForm({"said": ""}).render()

    described = re.search(r'name="said"[^>]*aria-describedby="([^"]+)"', drawn).group(1).split()
    assert all(f'id="{name}"' in drawn for name in described)
    assert "Say one thing." in drawn
    assert 'aria-invalid="true"' in drawn


def test_a_form_draws_every_field_once():
    drawn = NoteForm().render()

    assert [drawn.count(f'name="{name}"') for name in NoteForm.base_fields] == [1, 1, 1, 1]


@pytest.mark.django_db
def test_every_script_of_a_page_carries_the_nonce_or_is_ours(client):
    client.force_login(UserFactory(is_staff=True))

    answer = client.get("/styleguide/")

    scripts = re.findall(r"<script[^>]*>", answer.text)
    assert scripts
    assert all("src=" in script or "application/json" in script for script in scripts)
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]
