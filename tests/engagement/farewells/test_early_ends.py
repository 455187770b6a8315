"""They want to stop, a breach, a death: the same steps, in honest words."""

import pytest

from engagement.actions import farewells
from influencers.models import Farewell, FarewellStep, Membership
from influencers.refusals import Refused
from tests.factories import PostFactory
from tests.factories.farewells import walk
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
Step = FarewellStep.Step


def test_their_wish_is_in_their_words(begun, member):
    with pytest.raises(Refused) as refusal:
        begun("their_wish")
    assert refusal.value.field == "their_words"
    assert Membership.objects.get(pk=member.pk).status == "active"

    assert begun("their_wish", their_words="I need my evenings.").their_words == "I need my evenings."


def test_a_breach_says_what_happened_and_has_a_second_person(begun, member, manager):
    with pytest.raises(Refused) as refusal:
        begun("breach")
    assert refusal.value.field == "what_happened"
    with pytest.raises(Refused) as refusal:
        begun("breach", what_happened="Sold the prototype.")
    assert refusal.value.field == "second"
    with pytest.raises(Refused, match="other than who begins"):
        begun("breach", what_happened="Sold the prototype.", second=manager)
    assert not Farewell.objects.exists()

    second = PostFactory(program=member.program).user
    farewell = begun("breach", what_happened="Sold the prototype.", second=second)
    assert not farewell.alumni


def test_after_a_breach_it_simply_ends_and_the_door_says_why(begun, member, manager):
    second = PostFactory(program=member.program).user
    farewell = begun("breach", what_happened="Sold the prototype.", second=second)
    walk(
        farewell, by=manager, door={"door": "closed", "door_why": "We said so on the phone."},
        stays={"what_stays": "Nothing but the thanks", "alumni": False},
        contact={"contact_on": None, "contact_by": None},
    )  # fmt: skip

    farewells.complete(farewell=farewell, by=manager, now=NOW)

    assert Membership.objects.get(pk=member.pk).status == "ended"


def test_after_a_death_nobody_is_thanked_and_those_left_behind_are_told(begun, member, manager):
    farewell = begun("death")
    walk(farewell, by=manager, upto=Step.RECAP)
    with pytest.raises(Refused) as refusal:
        farewells.take(farewell=farewell, step=Step.TOLD, by=manager, now=NOW)
    assert refusal.value.field == "told_how"

    walk(
        farewell, by=manager, stays={"what_stays": "Her prints stay in the hall"},
        contact={"contact_on": None, "contact_by": None},
    )  # fmt: skip
    farewells.complete(farewell=farewell, by=manager, now=NOW)

    farewell.refresh_from_db()
    assert (farewell.told_how, farewell.condolence) == ("Rang her sister", "A card to her sister")
    assert Membership.objects.get(pk=member.pk).status == "ended"


def test_after_a_death_the_condolence_is_written_down(begun, manager):
    farewell = begun("death")
    walk(farewell, by=manager, upto=Step.TOLD)

    with pytest.raises(Refused) as refusal:
        farewells.take(farewell=farewell, step=Step.THANKS, by=manager, now=NOW)

    assert refusal.value.field == "condolence"
