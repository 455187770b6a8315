"""vCards of three versions in one file."""

from tests.influencers.importing.making import reading_of

OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=46=72=65=79=61=20=C3=98\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=98;=46=72=65=79=61;;;\r\nTEL;CELL:+44 20\r\nEND:VCARD\r\n"
)
THREE = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Lin;Priya;;;\nFN:Priya Lin\nitem1.EMAIL;type=pref:priya@example.test\n"
    "EMAIL:second@example.test\nX-SOCIALPROFILE;type=instagram;x-user=priya:https://www.instagram.com/priya.lin\n"
    "NOTE:likes\\, coffee and a very long li\n ne\nADR;TYPE=HOME:;;1 High St\\, Flat 2;Zürich;;0801;Switzerland\n"
    "PHOTO;ENCODING=b;TYPE=PNG:AAEC\nCATEGORIES:advocate,vip\nORG:Acme;Community\nEND:VCARD\n"
)
FOUR = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Greta Ivanov\r\nN:Ivanov;Greta;;;\r\nTEL;VALUE=uri:tel:+44-20\r\nBDAY:--0412\r\n"
    "SOCIALPROFILE;SERVICE-TYPE=TikTok:https://www.tiktok.com/@greta\r\nX-TWITTER:greta_x\r\nEND:VCARD\r\n"
)


def read_cards(*cards: str):
    """Read one file of these cards."""
    return reading_of("".join(cards).encode(), "contacts.vcf")


def test_every_version_is_read_each_with_its_line() -> None:
    reading = read_cards(OLD, THREE, FOUR)

    assert [(person.line, person.name) for person in reading.people] == [
        (1, "Freya Ø"),
        (7, "Priya Lin"),
        (21, "Greta Ivanov"),
    ]


def test_a_cards_facts_are_found() -> None:
    priya = read_cards(THREE).people[0]

    assert priya.emails == ("priya@example.test", "second@example.test")
    assert priya.accounts[0].key == ("instagram", "priya.lin")
    assert priya.tags == ("advocate", "vip")
    assert priya.facts == {
        "notes": "likes, coffee and a very long line", "address": "1 High St, Flat 2\n0801", "city": "Zürich",
        "country": "Switzerland", "company": "Acme, Community",
    }  # fmt: skip


def test_a_birthday_without_a_year_and_handles_without_address_are_found() -> None:
    greta = read_cards(FOUR).people[0]

    assert greta.facts["birthday"] == "--04-12"
    assert greta.phones == ("+44-20",)
    assert [account.key for account in greta.accounts] == [("tiktok", "greta"), ("x", "greta_x")]


def test_a_broken_card_takes_no_other_with_it() -> None:
    reading = read_cards(
        THREE, "BEGIN:VCARD\r\nVERSION:3.0\r\nthis is no line\r\nEND:VCARD\r\n", FOUR, "BEGIN:VCARD\r\nFN:Cut"
    )

    assert [person.name for person in reading.people] == ["Priya Lin", "Greta Ivanov"]
    assert [row.reason.code for row in reading.unreadable] == ["broken_card", "broken_card"]
