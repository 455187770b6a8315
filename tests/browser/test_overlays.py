"""Questions, warnings and short messages, in dialogs and toasts of our own."""

import pytest
from django.contrib import messages
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from config.urls import urlpatterns as real

PAGE = """{% extends "base.html" %}{% block content %}
<h1>Playground</h1>
<form method="post" action="/done/" data-confirm="Remove Maya?" data-confirm-yes="Remove">
  {% csrf_token %}<button>Remove</button>
</form>
<form method="post" action="/done/" data-guard>
  {% csrf_token %}<label>Note <input name="note"></label><button>Save</button>
</form>
<ul>
  <li data-row id="row"><button data-key="s" hx-post="/piece/" hx-target="#row" hx-swap="delete">Snooze</button></li>
  <li data-row>Next</li>
</ul>
<button hx-get="/broken/">Break</button>
{% endblock %}"""
PIECE = '{% include "layout/toasts_oob.html" %}'


def playground(request):
    return HttpResponse(engines["django"].from_string(PAGE).render({}, request))


def done(request):
    messages.success(request, "Done.", extra_tags="undo:/done/")
    return playground(request)


def piece(request):
    messages.success(request, "Snoozed.")
    return HttpResponse(engines["django"].from_string(PIECE).render({}, request))


def broken(request):
    return HttpResponse(status=500)


urlpatterns = [
    path("playground/", playground),
    path("done/", done),
    path("piece/", piece),
    path("broken/", broken),
    *real,
]


@pytest.fixture
def ground(page, settings, db):
    settings.ROOT_URLCONF = __name__
    page.goto("/playground/")
    return page


def test_a_question_is_asked_and_no_means_nothing_happens(ground):
    ground.get_by_role("button", name="Remove").click()
    ground.get_by_role("button", name="Cancel").click()

    assert ground.url.endswith("/playground/")


def test_a_yes_goes_on_with_the_form(ground):
    ground.get_by_role("button", name="Remove").click()
    ground.locator("#confirm").get_by_role("button", name="Remove").click()

    ground.get_by_text("Done.").wait_for()
    assert ground.get_by_role("button", name="Undo").is_visible()


def test_leaving_with_unsaved_words_asks_first(ground):
    asked = []
    ground.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    ground.get_by_label("Note").fill("She likes the new press")
    ground.reload()

    assert asked == ["beforeunload"]


def test_saved_words_may_be_left(ground):
    asked = []
    ground.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    ground.get_by_label("Note").fill("She likes the new press")
    ground.get_by_role("button", name="Save").click()
    ground.get_by_text("Done.").wait_for()

    assert asked == []


def test_an_answer_brings_its_messages_and_the_next_row_gets_the_focus(ground):
    ground.keyboard.press("j")
    ground.keyboard.press("s")

    ground.get_by_text("Snoozed.").wait_for()
    assert ground.evaluate("document.activeElement.textContent") == "Next"


def test_an_answer_that_failed_is_said_in_words(ground, troubles):
    ground.get_by_role("button", name="Break").click()

    ground.get_by_text("Nothing was changed").wait_for()
    troubles.clear()


def test_a_toast_is_read_out_and_can_be_closed(ground, axe):
    ground.get_by_role("button", name="Save").click()
    ground.get_by_text("Done.").wait_for()

    assert axe(ground) == []
    ground.locator(".toast").get_by_role("button", name="Close").click()
    ground.get_by_text("Done.").wait_for(state="detached")
