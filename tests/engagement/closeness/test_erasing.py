"""Who is erased is taken out of what others said and wrote, though that stays as it was given."""

import pytest

from engagement.actions import people, stages
from influencers.actions import connections, portraits, vouches
from influencers.models import Connection, Membership, Portrait, Vouch
from tests.engagement.pages.people import NOW, TODAY, enter, member_of

pytestmark = pytest.mark.django_db
NAME = "Ximena Quintana-Ruz"


@pytest.fixture
def desk(client, db):
    """Return the program of an admin, who alone may erase."""
    return enter(client, "admin")


def test_a_name_goes_from_vouches_portraits_and_stages_of_others(member, by):
    gone = member_of(member.program, NAME)
    vouches.vouch(
        membership=member, by=by, words=f"{NAME} trusts her.", how_known=f"Class of {NAME}", day=TODAY
    )
    portraits.describe(
        membership=member, by=by, side="person", text=f"Learned from {NAME}", source="Lunch", day=TODAY
    )
    stages.put_forward(
        membership=member,
        by=by,
        kind="talk",
        where="The fair",
        on=TODAY,
        now=NOW,
        despite=f"{NAME} asked for her",
    )
    connections.connect(membership=member, other=gone, by=by, kind="friend")

    people.forget(advocate=gone.advocate, by=by, reason="They asked for it", now=NOW)

    word, portrait, stage = Vouch.objects.get(), Portrait.objects.get(), member.put_forward.get()
    assert (word.words, word.how_known) == ("[…] trusts her.", "Class of […]")
    assert portrait.text == "Learned from […]"
    assert stage.despite == "[…] asked for her"
    assert not Connection.objects.exists()


def test_all_that_is_held_on_them_goes_with_them(member, by):
    other = member_of(member.program, "Tom Okafor")
    vouches.vouch(membership=other, giver=member, by=by, words="Yes.", how_known="The fair", day=TODAY)
    portraits.describe(membership=member, by=by, side="person", text="Warm", source="Lunch", day=TODAY)
    stages.put_forward(
        membership=member, by=by, kind="talk", where="The fair", on=TODAY, now=NOW, despite="Known well"
    )

    people.forget(advocate=member.advocate, by=by, reason="They asked for it", now=NOW)

    assert not Vouch.objects.exists()
    assert not Portrait.objects.exists()
    assert not Portrait.history.exists()
    assert Membership.objects.get() == other
