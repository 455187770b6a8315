"""Nobody sees another program's rows in the admin: walked over everything that is registered."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from engagement.models import RequestWord
from engagement.models.fingerprints import Block, Erased, Fingerprint, Segment
from engagement.models.habits import Habits
from influencers.admin.base import ScopedAdmin
from influencers.admin.scope import one_program
from influencers.refusals import Refused
from tests.admin.rows import MAKERS, OF_THE_INSTALLATION, SEEN_BY_ADMINISTRATORS
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
OURS = [model for model in REGISTERED if model not in OF_THE_INSTALLATION]
# The index of earlier messages: tables of numbers that say nothing to anybody.
WITHOUT_A_PAGE = {Fingerprint, Segment, Block, Erased, Habits, RequestWord}


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def named(model):
    return model._meta.label


def test_every_model_of_both_apps_has_a_page():
    models = [
        *apps.get_app_config("influencers").get_models(),
        *apps.get_app_config("engagement").get_models(),
    ]
    own = {
        model
        for model in models
        if not model.__name__.startswith("Historical") and not model._meta.auto_created
    }

    assert own - set(REGISTERED) - WITHOUT_A_PAGE == set()


def test_every_page_is_scoped_and_has_a_row_in_these_tests():
    assert [
        named(model) for model in REGISTERED if not isinstance(admin.site._registry[model], ScopedAdmin)
    ] == []
    assert [named(model) for model in REGISTERED if model not in MAKERS] == []


@pytest.mark.parametrize("model", OURS, ids=named)
def test_a_manager_sees_the_rows_of_their_program_and_no_others(model, ours, theirs, manager):
    mine, other = MAKERS[model](ours), MAKERS[model](theirs)

    page = manager.get(address(model, "changelist"))
    own, foreign = (manager.get(address(model, "change", row.pk)) for row in (mine, other))

    assert page.status_code == 200
    assert "Theirs" not in page.content.decode()
    assert own.status_code == 200
    assert "Theirs" not in own.content.decode()
    assert (foreign.status_code, foreign.headers.get("location")) == (302, "/admin/")


@pytest.mark.parametrize("model", OURS, ids=named)
@pytest.mark.parametrize("page", ["delete", "history"])
def test_other_programs_rows_have_no_further_pages(model, page, theirs, ours, manager):
    other = MAKERS[model](theirs)

    answer = manager.get(address(model, page, other.pk))

    assert answer.status_code in (302, 403)
    assert "Theirs" not in answer.content.decode()
    assert model._default_manager.filter(pk=other.pk).exists()


@pytest.mark.parametrize("model", OURS, ids=named)
def test_a_form_for_a_new_row_offers_nothing_of_others(model, ours, theirs, manager):
    MAKERS[model](theirs)

    page = manager.get(address(model, "add"))

    assert page.status_code in (200, 403)
    assert "Theirs" not in page.content.decode()


@pytest.mark.parametrize("model", OURS, ids=named)
def test_a_search_finds_nothing_of_others(model, ours, theirs, manager):
    MAKERS[model](theirs)

    page = manager.get(address(model, "changelist"), {"q": "Theirs"})

    assert "Theirs " not in page.content.decode().replace('value="Theirs"', "")


def test_autocompletion_offers_nothing_of_others(ours, theirs, manager):
    query = {"app_label": "influencers", "model_name": "fact", "field_name": "membership", "term": ""}

    found = manager.get("/admin/autocomplete/", query).json()["results"]

    assert [row["text"] for row in found] == ["Ours Person · Ours program"]


@pytest.mark.parametrize("model", sorted(OF_THE_INSTALLATION, key=named), ids=named)
def test_what_belongs_to_the_installation_is_not_for_managers(model, ours, manager, administrator):
    row = MAKERS[model](ours)

    assert manager.get(address(model, "changelist")).status_code == 403
    assert manager.get(address(model, "change", row.pk)).status_code in (302, 403)
    assert administrator.get(address(model, "changelist")).status_code == 200
    assert administrator.get(address(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", REGISTERED, ids=named)
def test_an_administrator_sees_who_works_where_but_not_what_programs_hold(model, ours, administrator):
    row = MAKERS[model](ours)

    page = administrator.get(address(model, "change", row.pk))

    assert page.status_code == (200 if model in SEEN_BY_ADMINISTRATORS else 302)


def test_a_manager_of_one_program_who_is_staff_in_another_manages_the_one(ours, theirs, manager):
    PostFactory(user=ours.manager, program=theirs.program, role="staff")
    model = type(ours.member)

    listed = manager.get(address(model, "changelist")).content.decode()
    foreign = manager.get(address(model, "change", theirs.member.pk))

    assert "Ours Person" in listed
    assert "Theirs" not in listed
    assert foreign.status_code == 302


def test_a_form_is_about_one_program(ours, theirs):
    paths = admin.site.program_paths()
    theirs_as_ours = {"program": ours.program, "membership": theirs.member}

    one_program({"program": ours.program, "membership": ours.member}, paths, None)
    with pytest.raises(Refused, match="another program") as refusal:
        one_program(theirs_as_ours, paths, None)
    assert refusal.value.field == "membership"
    with pytest.raises(Refused, match="another program"):
        one_program({"membership": theirs.member}, paths, ours.program.pk)


@pytest.mark.parametrize("role", ["viewer", "staff"])
def test_the_admin_is_not_for_those_who_do_not_manage(role, as_user):
    client = as_user(PostFactory(role=role).user)

    assert client.get("/admin/", follow=True).status_code == 403


def test_being_staff_in_djangos_sense_opens_nothing(as_user):
    assert as_user(UserFactory(is_staff=True)).get("/admin/", follow=True).status_code == 403


def test_whoever_is_not_logged_in_is_sent_to_the_one_login_page():
    answer = Client().get("/admin/influencers/advocate/", follow=True)

    assert answer.redirect_chain[-1][0].startswith("/account/login/?next=/admin/influencers/advocate/")
    assert "password" in answer.content.decode()


def test_there_is_no_redirect_to_any_rows_page(theirs, manager):
    assert manager.get(f"/admin/r/1/{theirs.member.pk}/").status_code == 404


def test_somebodys_own_filters_and_drafts_are_theirs_alone(ours, as_user):
    admins = as_user(ours.admin)
    for name in ("SavedFilter", "Draft"):
        model = next(model for model in REGISTERED if model.__name__ == name)
        row = MAKERS[model](ours)

        assert admins.get(address(model, "change", row.pk)).status_code == 302
