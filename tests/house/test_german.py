"""Every page, read in German, holds no English word of ours."""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import reverse
from django.utils import translation

from engagement.insights.findings import sentence_of
from engagement.personalization.checks import weekday as weekdays
from engagement.personalization.findings import Finding, Outcome
from influencers.models import Post
from tests.factories import MembershipFactory, PostFactory, ProgramFactory
from tests.factories.programs import UserFactory
from tests.house.literals import ROOT, read_aloud
from tests.house.routes import one_of_everything, routes

pytestmark = pytest.mark.django_db
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
FILLED_IN = re.compile(r"%\(\w+\)[sd]|\S+@\S+")
IN_ITS_OWN_LANGUAGE = re.compile(r"""<(\w+)\b[^>]*\slang="(?!de")\w+"[^>]*>.*?</\1>""", re.S)
ENTRANCE = "login logout password/reset password/change email sessions 2fa 2fa/totp/activate"
# What the factories, and not we, wrote into the rows that the pages show.
WRITTEN_BY_FACTORIES = re.compile(
    r"(?:Advocate|Colleague|Program|Tier|Merged)(?![a-z]) ?\d*(?: Person)?|Has a dog|Kit|Close|Theirs|people\.csv"
    r"|By phone|Voice of the press|Tries every new press first and tells us honestly what is wrong with it\."
    r"|Send a sample of the new press|Could I try the beta before the fair\?"
    r"|The blue you asked about came off a badly washed roller\.|Keeps her word\.|Warm, late|Hers alone"
    r"|Rings on Mondays|Asked(?: first\.)?|Two years|The fair|Lunch|Press|Slack|Google Meet"
    r"|Two sentences on the press for the spring catalog|\bDo\b"
    r"|She loves the new press and worries about the print quality…"
    r"|She loves the new press and worries about the print quality of the spring posters\."
)


@cache
def english() -> frozenset[str]:
    """Return the words of our messages that no German sentence of ours holds."""
    with (ROOT / "locale/de/LC_MESSAGES/django.po").open("rb") as content:
        catalog = [message for message in read_po(content) if message.id]
    ours = {word for one in catalog for word in words(str(one.id))}
    return frozenset(ours - {word for one in catalog for word in words(str(one.string))})


def words(text: str) -> set[str]:
    """Return the words of a text in small letters, without what is filled in."""
    return {word.casefold() for word in WORD.findall(FILLED_IN.sub(" ", text)) if len(word) > 1}


def english_of(html: str) -> list[str]:
    """Return what a page says with English words of ours in it."""
    said = read_aloud(IN_ITS_OWN_LANGUAGE.sub("", html))
    return [text for text in said if words(WRITTEN_BY_FACTORIES.sub("", text)) & english()]


def pages(client: Client, addresses: dict[str, str]) -> dict[str, list[str]]:
    """Return what is English on each of these pages, by the pattern of its address."""
    found = {}
    for pattern, address in addresses.items():
        answer = client.get(address, headers={"accept-language": "de"})
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.status_code != 404:
            found[pattern] = english_of(answer.content.decode())
    return found


def test_the_pages_of_a_program_are_german() -> None:
    program = ProgramFactory()
    values = one_of_everything(program)
    client = Client()
    client.force_login(PostFactory(program=program, role=Post.Role.ADMIN).user)

    said = pages(
        client,
        {r.pattern: r.address(values) for r in routes() if not r.pattern.startswith(("api/", "style"))},
    )

    assert len(said) > 40
    assert {pattern: texts for pattern, texts in said.items() if texts} == {}


@pytest.mark.parametrize("logged_in", [False, True])
def test_the_way_in_and_the_account_are_german(logged_in: bool) -> None:
    client = Client()
    if logged_in:
        client.force_login(UserFactory())

    said = pages(client, {path: f"/account/{path}/" for path in ENTRANCE.split()})

    assert said
    assert {pattern: texts for pattern, texts in said.items() if texts} == {}


def test_a_page_that_says_no_says_it_in_german() -> None:
    program = ProgramFactory()
    client = Client()
    client.force_login(PostFactory(program=program, role=Post.Role.VIEWER).user)

    answers = [
        client.get(address, headers={"accept-language": "de"})
        for address in (f"/{program.slug}/settings/", f"/{program.slug}/nowhere/", "/nowhere/")
    ]

    assert [answer.status_code for answer in answers] == [403, 404, 404]
    assert [text for answer in answers for text in english_of(answer.content.decode())] == []


def test_english_would_be_noticed() -> None:
    assert english_of("<p>Nobody looks after them</p>")
    assert not english_of("<p>Niemand kümmert sich um Lena</p>")


def test_what_the_personal_check_finds_is_said_in_german() -> None:
    member = MembershipFactory(active=True)
    client = Client()
    client.force_login(PostFactory(program=member.program).user)

    address = reverse("engagement:compose_check", args=[member.program.slug, member.pk])
    answer = client.post(address, {"words": "Hi [FIRST NAME]!"}, headers={"accept-language": "de"})

    assert "Noch auszufüllen: [FIRST NAME]." in answer.content.decode()


@pytest.mark.parametrize(("weekday", "right"), [("Tuesday", "Sonntag"), ("Monday", "Sonntag")])
def test_weekdays_in_a_finding_are_german_too(weekday: str, right: str) -> None:
    params = {"written": "22 November", "weekday": weekday, "right": "Sunday"}

    with translation.override("de"):
        said = sentence_of(Finding("weekday", Outcome.WARN, weekdays.NO_SUCH_DAY, params))

    assert said.endswith(f"Es ist ein {right}.")
    assert weekday not in said
