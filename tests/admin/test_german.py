"""In a German session every word of the admin is German: ours, Django's, and those of the theme, which ships none."""

import re
from pathlib import Path

import django_celery_beat
import pytest
import simple_history
import unfold
from django.contrib import auth
from django.utils import translation
from django.utils.translation import trans_real

from config.adminsite import words
from influencers.models import Fact
from tests.admin.rows import MAKERS
from tests.admin.test_access import REGISTERED, address
from tests.admin.world import DAY

pytestmark = pytest.mark.django_db
# Names of languages, which have been translated when they are asked for once more.
ALREADY = {"Deutsch", "Englisch"}


@pytest.fixture
def untranslated(monkeypatch):
    """Collect what is asked for in German and is in no catalog."""
    missing = set()

    def asked(name, where):
        real = getattr(trans_real, name)

        def noticing(*args):
            said = real(*args)
            if translation.get_language() == "de":
                key = f"{args[0]}\x04{args[1]}" if where else args[0]
                known = trans_real.translation("de")._catalog
                text = str(key).replace("\r\n", "\n")
                if text and known.get(text) is None and known.get((text, 1)) is None:
                    missing.add(text)
            return said

        monkeypatch.setattr(translation._trans, name, noticing)

    for name, where in (("gettext", 0), ("ngettext", 0), ("pgettext", 1), ("npgettext", 1)):
        asked(name, where)
    return missing


@pytest.fixture
def root(ours, as_user):
    """Return a client of somebody who sees everything, and reads German."""
    ours.admin.is_superuser = True
    ours.admin.save()
    client = as_user(ours.admin)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    return client


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_every_page_of_a_table_is_german(model, ours, root, untranslated):
    row = MAKERS[model](ours)
    root.get("/admin/")
    around = set(untranslated)

    root.get(address(model, "changelist"))
    root.get(address(model, "change", row.pk))
    root.post(address(model, "add"), {})

    assert untranslated - around - ALREADY == set()


@pytest.mark.parametrize(
    "path", ["", "search/?s=person", "search/?s=nobody", "influencers/advocate/?q=nobody", "password_change/"]
)
def test_the_pages_around_them_are_german(path, root, untranslated):
    assert root.get(f"/admin/{path}", follow=True).status_code == 200
    assert untranslated - ALREADY == set()


@pytest.mark.parametrize("page", ["history", "delete"])
def test_what_was_and_what_would_go_is_said_in_german(page, ours, root, untranslated):
    note = Fact.objects.create(membership=ours.member, text="Keeps bees", source="Lunch", learned_on=DAY)

    assert root.get(address(Fact, page, note.pk)).status_code == 200
    assert untranslated - ALREADY == set()


def test_a_word_without_german_would_be_noticed(untranslated):
    with translation.override("de"):
        translation.gettext("Go somewhere else")
        translation.gettext("Go back")

    assert untranslated == {"Go somewhere else"}


def test_what_is_collected_for_the_theme_is_still_asked_for_by_it():
    """A word that changes with a new version of the theme, or of Django, is translated anew."""
    folders = [Path(module.__file__).parent for module in (unfold, auth, django_celery_beat, simple_history)]
    sources = [file for folder in folders for kind in ("*.html", "*.py") for file in folder.rglob(kind)]
    read = " ".join(file.read_text() for file in sources)
    asked = "".join(re.sub(r"""['"]\s*\n\s*['"]""", "", read).replace("\\", "").split())

    gone = [word for word in words.OF_OTHERS if "".join(word.replace("%s", "").split()) not in asked]

    assert gone == []
