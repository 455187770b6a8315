"""Erasing a person: nothing of them is left in any table, and nobody brings them back."""

import json

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from engagement.actions import farewells as leaving
from engagement.actions import requests
from engagement.actions.people import forget
from engagement.models import Fingerprint, Participation, PlannedTouchpoint, Touchpoint
from influencers.actions import farewells, forgetting
from influencers.models import Advocate, Erasure, Forgotten, ImportBatch, Membership, Post
from influencers.refusals import NotAllowed, Refused
from tests.factories import AccountFactory, AdvocateFactory, MembershipFactory, PostFactory
from tests.factories.farewells import walk
from tests.privacy.conftest import HANDLE, MAIL, NAME, NOW, TRACES

pytestmark = pytest.mark.django_db


def everything_in_every_table():
    """Yield (where, text) for every text and JSON column of every row, and every byte that is kept."""
    for model in apps.get_models():
        columns = [
            field
            for field in model._meta.concrete_fields
            if isinstance(field, (models.CharField, models.TextField, models.JSONField, models.BinaryField))
        ]
        for row in model._base_manager.all():
            for field in columns:
                value = getattr(row, field.attname)
                text = (
                    bytes(value).decode("utf-8", "replace")
                    if isinstance(value, (bytes, memoryview))
                    else value
                )
                text = text if isinstance(text, str) else json.dumps(text, ensure_ascii=False, default=str)
                yield f"{model._meta.label}.{field.name}", text.casefold()


def left_of(traces):
    return {
        (where, trace)
        for where, text in everything_in_every_table()
        for trace in traces
        if trace.casefold() in text
    }


def test_before_forgetting_many_tables_hold_the_person(member):
    assert len({where for where, _trace in left_of(TRACES)}) > 25


def test_after_forgetting_no_table_holds_anything_of_the_person(world, member):
    forget(advocate=member.advocate, by=world.admin, reason=f"{NAME} asked for it", now=NOW)

    assert left_of(TRACES) == set()
    assert not Advocate.objects.filter(pk=member.advocate_id).exists()
    assert not Membership.objects.filter(pk=member.pk).exists()


def test_what_stays_of_an_exchange_is_kind_day_and_direction(world, member):
    sent = Touchpoint.objects.get(recipient=member)

    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    left = Touchpoint.objects.get(pk=sent.pk)
    assert (left.kind, left.direction, left.happened_at) == (sent.kind, sent.direction, sent.happened_at)
    assert (left.standing, left.words, left.recipient, left.findings) == ("erased", "", None, [])
    assert not Participation.objects.filter(touchpoint=left).exists()
    assert not Fingerprint.objects.filter(touchpoint_id=sent.pk).exists()


def test_others_keep_what_is_theirs_without_the_name(world, member):
    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    texts = [text for _where, text in everything_in_every_table()]
    assert "a friend of […]" in texts
    assert any("taught her to print, and that paper is dear." in text for text in texts)
    assert Membership.objects.filter(pk=world.member.pk, status="active").exists()


def test_what_was_planned_with_others_too_stays_theirs(world, member):
    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    plan = PlannedTouchpoint.objects.get()
    assert (plan.members.get(), plan.about) == (world.member, "[…] brings the paper")


def test_words_that_went_out_to_somebody_else_stay_and_are_counted(world, member):
    touch = Touchpoint.objects.filter(participations__membership=world.member).latest("id")
    words = f"Do say hello to {NAME} from us, her spring posters hang in the hall."
    Touchpoint.objects.filter(pk=touch.pk).update(
        words=words, checked_words=words, standing="sent", verdict="pass", recipient=world.member, direction="out",
        kind="message",
    )  # fmt: skip

    erasure = forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    touch.refresh_from_db()
    assert touch.words == words
    assert erasure.figures["still_named_in_messages_to_others"] == 1


def test_what_is_kept_of_it_says_who_when_and_why_but_not_who_it_was(world, member):
    forget(advocate=member.advocate, by=world.admin, reason=f"{NAME} asked for it", now=NOW)

    erasure = Erasure.objects.get()
    assert (erasure.by, erasure.at, erasure.reason) == (world.admin, NOW, "[…] asked for it")
    assert list(erasure.programs.all()) == [world.program]
    assert erasure.figures["touchpoints"] == 2


def test_an_import_would_notice_that_it_brings_them_back(world, member):
    assert not forgetting.is_forgotten("instagram", HANDLE)

    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    assert forgetting.is_forgotten("instagram", f"@{HANDLE.upper()}")
    assert forgetting.is_forgotten_email(MAIL.upper())
    assert not forgetting.is_forgotten("tiktok", HANDLE)
    assert not forgetting.is_forgotten_email("somebody@else.example")
    assert not Forgotten.objects.filter(mark__contains=HANDLE).exists()


def test_a_mark_survives_a_new_secret_key(world, member, settings):
    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new key" * 9

    assert forgetting.is_forgotten("instagram", HANDLE)


@pytest.mark.parametrize("role", ["viewer", "staff", "manager"])
def test_only_admins_forget(role, world, member):
    by = PostFactory(program=world.program, role=role).user

    with pytest.raises(NotAllowed):
        forget(advocate=member.advocate, by=by, reason="Asked", now=NOW)

    assert Advocate.objects.filter(pk=member.advocate_id).exists()
    assert not Erasure.objects.exists()


def test_an_admin_of_one_program_does_not_erase_for_another(world, member):
    elsewhere = MembershipFactory(advocate=member.advocate)

    with pytest.raises(NotAllowed):
        forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)
    assert Membership.objects.filter(advocate=member.advocate).count() == 2

    PostFactory(program=elsewhere.program, user=world.admin, role=Post.Role.ADMIN)
    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)
    assert left_of(TRACES) == set()


def test_an_administrator_of_the_installation_may_answer_for_the_other_programs(world, member):
    MembershipFactory(advocate=member.advocate)
    world.admin.is_superuser = True
    world.admin.save()

    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    assert not Advocate.objects.filter(pk=member.advocate_id).exists()


def test_forgetting_needs_a_reason(world, member):
    with pytest.raises(Refused) as refused:
        forget(advocate=member.advocate, by=world.admin, reason=" ", now=NOW)

    assert refused.value.field == "reason"
    assert Advocate.objects.filter(pk=member.advocate_id).exists()


def test_a_namesake_stays_who_they_are(world, member):
    namesake = MembershipFactory(program=world.program, advocate=AdvocateFactory(name=NAME)).advocate
    AccountFactory(advocate=namesake, handle="another.handle1")

    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    namesake.refresh_from_db()
    assert (namesake.name, namesake.accounts.get().handle) == (NAME, "another.handle1")


def answered(member, by):
    """Decide and answer what they asked: nobody leaves before."""
    wish = member.requests.get()
    requests.decide(advocate_request=wish, by=by, now=NOW, decision="grant", reason="quince jam")
    touch = Touchpoint.objects.get(recipient=member)
    requests.answer(advocate_request=wish, by=by, now=NOW, answered_in=touch)


def test_somebody_who_ended_with_a_farewell_is_forgotten_too(world, member):
    answered(member, world.admin)
    farewell = farewells.begin(membership=member, by=world.admin, now=NOW, cause="other", reason="quince jam")
    walk(
        farewell,
        by=world.admin,
        now=NOW,
        stays={"what_stays": "The letterpress owl", "whom_to_call": world.admin},
    )
    leaving.complete(farewell=farewell, by=world.admin, now=NOW)

    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    assert left_of(TRACES) == set()


def test_files_that_wait_to_be_imported_are_discarded(world, member):
    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    batch = ImportBatch.objects.get()
    assert (batch.state, batch.content) == ("discarded", None)


@pytest.mark.parametrize(
    "change",
    [{"standing": "note"}, {"standing": "sent", "words": "x", "checked_words": "x"}, {"words": "Something"}],
)
def test_what_was_erased_does_not_come_back(change, world, member):
    sent = Touchpoint.objects.get(recipient=member)
    forget(advocate=member.advocate, by=world.admin, reason="Asked", now=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Touchpoint.objects.filter(pk=sent.pk).update(**change)


def test_words_that_went_out_are_erased_or_stay(world, member):
    sent = Touchpoint.objects.filter(recipient=member)

    for change in ({"words": "x", "checked_words": "x"}, {"standing": "note"}, {"standing": "erased"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            sent.update(**change)
