import pytest

from engagement.quicklog import Channel, Direction, Kind
from tests.engagement.quicklog.lines import read


@pytest.mark.parametrize(
    ("line", "kind", "channel"),
    [
        ("call @maya", Kind.CALL, None),
        ("quick phone call with @maya", Kind.CALL, Channel.PHONE),
        ("zoom call @maya", Kind.CALL, Channel.ZOOM),
        ("call @maya on zoom", Kind.CALL, Channel.ZOOM),
        ("telefoniert mit @maya", Kind.CALL, None),
        ("lunch @maya", Kind.LUNCH, None),
        ("Mittagessen mit @maya", Kind.LUNCH, None),
        ("coffee @maya", Kind.MEETING, None),
        ("Kaffee mit @maya", Kind.MEETING, None),
        ("met @maya", Kind.MEETING, None),
        ("event @maya", Kind.EVENT, None),
        ("Messe @maya", Kind.EVENT, None),
        ("letter @maya", Kind.LETTER, Channel.POST),
        ("sent @maya a birthday card", Kind.LETTER, Channel.POST),
        ("Postkarte an @maya", Kind.LETTER, Channel.POST),
        ("gift to @maya", Kind.GIFT, None),
        ("Geschenk an @maya", Kind.GIFT, None),
        ("dm instagram @maya", Kind.MESSAGE, Channel.INSTAGRAM),
        ("ig dm @maya", Kind.MESSAGE, Channel.INSTAGRAM),
        ("mail @maya", Kind.MESSAGE, Channel.EMAIL),
        ("commented on youtube @maya", Kind.COMMENT, Channel.YOUTUBE),
        ("like @maya", Kind.LIKE, None),
        ("reposted @maya", Kind.REPOST, None),
    ],
)
def test_kind_and_channel_are_read(line, kind, channel):
    parsed = read(line)

    assert parsed.kind.kind is kind
    assert parsed.kind.sure
    assert (parsed.channel.channel if parsed.channel else None) is channel


def test_a_channel_alone_suggests_a_kind():
    parsed = read("whatsapp @maya: thanks for the card")

    assert parsed.kind.kind is Kind.MESSAGE
    assert not parsed.kind.sure
    assert parsed.channel.channel is Channel.WHATSAPP


def test_instagram_alone_leaves_the_kind_open():
    parsed = read("instagram @maya: nice reel")

    assert parsed.kind is None
    assert parsed.channel.channel is Channel.INSTAGRAM


def test_a_lunch_spoken_of_is_no_lunch():
    parsed = read("call @maya: we should have lunch on zoom")

    assert parsed.kind.kind is Kind.CALL
    assert parsed.channel is None


@pytest.mark.parametrize(
    ("line", "direction", "sure"),
    [
        ("call from @maya: hi", Direction.BOTH, True),
        ("lunch @maya", Direction.BOTH, True),
        ("mail from @maya: hi", Direction.IN, True),
        ("Mail von @maya: hallo", Direction.IN, True),
        ("mail to @maya: hi", Direction.OUT, True),
        ("she wrote on whatsapp, @maya: hi", Direction.IN, True),
        ("sie hat geschrieben @maya: hallo", Direction.IN, True),
        ("we wrote @maya: hi", Direction.OUT, True),
        ("@maya wrote: can we meet?", Direction.IN, True),
        ("@maya sent us a card", Direction.IN, True),
        ("sent @maya a card", Direction.OUT, True),
        ("got a mail from @maya: hi", Direction.IN, True),
        ("received flowers from @maya", Direction.IN, True),
        ("dm @maya: hi", Direction.OUT, False),
    ],
)
def test_direction_is_read(line, direction, sure):
    parsed = read(line)

    assert parsed.direction.direction is direction
    assert parsed.direction.sure is sure


def test_the_joining_words_of_a_direction_leave_no_trace_in_the_note():
    assert read("got a mail from @maya: wants to visit").note == "wants to visit"
