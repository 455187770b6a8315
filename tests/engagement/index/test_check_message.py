"""`manage.py check_message`: what it says, and how it ends."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from engagement.actions import messages
from engagement.models import Touchpoint
from tests.engagement.index.sent import AT
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
PERSONAL = (
    "You were right about the print quality of the spring posters, Ana: we changed the paper last week."
)
UNFOUNDED = "We have moved the studio to the old tram depot by the river, and there is a big table now."
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"


@pytest.fixture
def member(db):
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member)
    return member


def run(words: str, member, monkeypatch, capsys, *options: str) -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words.encode()), encoding="utf-8"))
    try:
        call_command("check_message", "--advocate", str(member.advocate_id), *options)
    except SystemExit as end:
        return end.code, capsys.readouterr().out
    return 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "outcome", "said"),
    [
        (PERSONAL, 0, "pass", "Good: it picks up what is on record about Ana"),
        (UNFOUNDED, 1, "warn", "Nothing in this rests on what is on record about Ana"),
        (CANNED, 2, "block", "Still to be filled in: {{first_name}}."),
    ],
)
def test_it_says_what_was_found_and_ends_with_the_verdict(
    member, monkeypatch, capsys, words, code, outcome, said
):
    before = Touchpoint.objects.count()

    ended, out = run(words, member, monkeypatch, capsys)

    assert ended == code
    assert out.startswith(outcome)
    assert said in out
    assert Touchpoint.objects.count() == before


def test_as_json_each_finding_has_its_sentence(member, monkeypatch, capsys):
    code, out = run(CANNED, member, monkeypatch, capsys, "--json")

    verdict = json.loads(out)
    assert (code, verdict["outcome"]) == (2, "block")
    assert verdict["findings"][0]["sentence"] == "Still to be filled in: {{first_name}}."


def test_words_come_from_a_file_too(member, monkeypatch, capsys, tmp_path):
    file = tmp_path / "words.txt"
    file.write_text(PERSONAL + "\n", encoding="utf-8-sig")

    assert run("", member, monkeypatch, capsys, "--file", str(file))[0] == 0


def test_it_shows_no_more_than_the_colleague_may_see(member, monkeypatch, capsys):
    elsewhere = MembershipFactory(active=True, advocate=AdvocateFactory(name="Eva Sol"))
    TouchpointFactory(elsewhere)
    writer, reader = PostFactory(program=elsewhere.program).user, PostFactory(program=member.program).user
    sent = f"Eva, {UNFOUNDED} Come and see how the posters look there, we are open until six on weekdays."
    messages.write(membership=elsewhere, by=writer, words=sent, now=AT)

    options = ("--as", reader.email, "--program", member.program.slug)
    code, out = run(sent.replace("Eva", "Ana"), member, monkeypatch, capsys, *options)

    assert code == 2
    assert "sent in another program" in out
    assert "Eva" not in out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "Say whom"),
        (["--advocate", "999999"], "no advocate 999999"),
        (["--advocate", "1", "--as", "nobody@example.test"], "Nobody logs in as"),
        (["--advocate", "{}", "--program", "other"], "no advocate"),
        (["--advocate", "{}", "--file", "/nowhere/at/all"], "No such file"),
    ],
)
def test_without_a_verdict_it_ends_otherwise(member, options, said):
    arguments = [option.format(member.advocate_id) for option in options]

    with pytest.raises(CommandError, match=said) as error:
        call_command("check_message", *arguments)

    assert error.value.returncode == 3


def test_of_several_programs_one_must_be_named(member, monkeypatch, capsys):
    other = MembershipFactory(advocate=member.advocate)
    PostFactory(program=other.program)

    with pytest.raises(CommandError, match="--program"):
        run(PERSONAL, member, monkeypatch, capsys)

    assert run(PERSONAL, member, monkeypatch, capsys, "--program", member.program.slug)[0] == 0
