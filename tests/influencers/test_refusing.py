"""Forms that say what an action refused."""

import pytest
from django import forms

from influencers.actions import memberships
from influencers.forms.refusing import ActionForm, apply_or_show, status_of
from influencers.models import Membership
from influencers.refusals import NotAllowed, Refused
from tests.factories import MembershipFactory, PostFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db


class WhyForm(ActionForm):
    because = forms.CharField()


def refuse(error):
    def action():
        raise error

    return action


@pytest.fixture
def member():
    member = MembershipFactory()
    member.save_as(None)
    return member


def test_a_refusal_stands_at_its_field():
    form = WhyForm({"because": "x"})

    done = apply_or_show(form, refuse(Refused("Not so.", field="because")))

    assert done is None
    assert form.errors["because"] == ["Not so."]
    assert status_of(form) == 200


def test_a_refusal_of_no_field_stands_above_the_form():
    form = WhyForm({"because": "x"})

    apply_or_show(form, refuse(Refused("Not so.", field="elsewhere")))

    assert form.non_field_errors() == ["Not so."]


def test_what_the_role_does_not_include_goes_on_to_its_page():
    with pytest.raises(NotAllowed):
        apply_or_show(WhyForm({"because": "x"}), refuse(NotAllowed("No.")))


def test_an_action_that_returns_nothing_counts_as_done():
    assert apply_or_show(WhyForm({"because": "x"}), lambda: None) is True


def test_a_conflict_keeps_what_was_typed_shows_their_change_and_lets_one_save_again(member):
    by = PostFactory(program=member.program).user
    seen = member.version
    memberships.set_care(
        membership=Membership.objects.get(pk=member.pk), by=by, now=NOW,
        come_from="The fair",
    )  # fmt: skip
    member = Membership.objects.get(pk=member.pk)
    form = WhyForm({"because": "Typed", "seen": str(seen)}, row=member)

    apply_or_show(
        form,
        lambda: memberships.did_not_join(
            membership=member, by=by, because="Typed", seen=form.cleaned_data["seen"]
        ),
    )

    assert status_of(form) == 409
    assert form["because"].value() == "Typed"
    assert form["seen"].value() == str(member.version)
    assert [(change.before, change.after, change.who) for change in form.theirs] == [
        ("–", "The fair", str(by))
    ]
    assert Membership.objects.get(pk=member.pk).status == "prospect"
