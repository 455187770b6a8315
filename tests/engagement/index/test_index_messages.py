import pytest
from django.core.management import CommandError, call_command

from engagement.actions import index_rebuild, message_index
from engagement.models import Fingerprint, Segment
from engagement.personalization.fingerprints import fingerprints
from tests.engagement.index.sent import TO_TOM, everywhere, found, sent
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db
TEXTS = [
    TO_TOM,
    "The color of the spring catalogue was what you told us about, and the paper has been changed.",
    "Good luck at the marathon on Sunday, we hope that the new shoes from the studio hold what they promise!",
    "Your question about the ink is answered: it dries in two hours, and in one with the heater on.",
    "We read your piece on the river in winter twice, and Mia has hung the photo of the ferry over her desk.",
]


@pytest.fixture
def touches(db):
    member = MembershipFactory(active=True)
    return [sent(member, words) for words in TEXTS]


@pytest.fixture
def small_portions(monkeypatch):
    monkeypatch.setattr(index_rebuild, "PORTION", 2)


def right(touches) -> set[tuple[int, int]]:
    return {(mark, touch.pk) for touch in touches for mark in fingerprints(touch.words)}


def run(capsys, **options: object) -> str:
    call_command("index_messages", **options)
    return capsys.readouterr().out


def test_it_packs_all_there_is(touches, capsys):
    out = run(capsys)

    assert "5 messages packed" in out
    assert everywhere() == right(touches)
    assert not Fingerprint.objects.exists()


def test_a_right_index_is_found_right(touches, capsys, small_portions):
    message_index.pack(at_least=3)

    assert "5 messages, 0 wrong" in run(capsys, verify=True)


@pytest.mark.parametrize("packed", [False, True])
def test_verifying_counts_what_is_missing_too_many_or_a_strangers(touches, capsys, small_portions, packed):
    first, second, third, *_ = touches
    Fingerprint.objects.filter(touchpoint_id=first.pk).delete()
    Fingerprint.objects.filter(touchpoint_id=second.pk).first().delete()
    Fingerprint.objects.create(hash=5, touchpoint_id=third.pk)
    Fingerprint.objects.create(hash=5, touchpoint_id=10**6)
    if packed:
        message_index.pack(at_least=1)
    before = everywhere()

    with pytest.raises(CommandError, match="3 of 5 messages are not indexed as they should be") as error:
        run(capsys, verify=True)

    assert "1 more" in str(error.value)
    assert everywhere() == before


@pytest.mark.parametrize("packed", [False, True])
def test_rebuilding_sets_it_right_and_says_how_many_were_wrong(touches, capsys, small_portions, packed):
    Fingerprint.objects.filter(touchpoint_id=touches[0].pk).delete()
    Fingerprint.objects.create(hash=5, touchpoint_id=10**6)
    if packed:
        message_index.pack(at_least=1)

    out = run(capsys, rebuild=True)

    assert "1 of 5 messages was not indexed as it should be" in out
    assert everywhere() == right(touches)
    assert Segment.objects.count() == 1


def test_rebuilding_goes_on_where_it_was_interrupted(touches, capsys, small_portions):
    Fingerprint.objects.filter(touchpoint_id=touches[0].pk).delete()
    next(index_rebuild.rebuild())
    made = Segment.objects.in_the_making().last()

    assert found(TO_TOM) == []  # the old one answers until the new one is whole
    assert message_index.tidy() == {"purged": 0, "packed": 0, "folded": 0}
    out = run(capsys, rebuild=True)

    assert made.reached == touches[1].pk
    assert "taken up again" in out
    assert "1 of 5 messages was" in out
    assert everywhere() == right(touches)
    assert found(TO_TOM) == [touches[0].pk]


def test_what_an_older_version_began_is_begun_anew(touches, small_portions):
    next(index_rebuild.rebuild())
    Segment.objects.in_the_making().update(version="0")

    *_portions, looked = index_rebuild.rebuild()

    assert looked.messages == len(touches)
    assert everywhere() == right(touches)


def test_what_is_written_and_erased_while_it_is_rebuilt_is_not_lost(touches, small_portions):
    member = touches[0].recipient
    rebuilding = index_rebuild.rebuild()
    next(rebuilding)
    new = sent(
        member, "Written while the index was being made anew, and to be found all the same in the end."
    )
    type(touches[1]).objects.filter(pk=touches[1].pk).update(words="", standing="erased", recipient=None)

    for _portion in rebuilding:
        pass
    message_index.purge()

    assert everywhere() == right([touches[0], *touches[2:], new])
