"""The daily job from end to end: a list comes in, people join, a lunch is logged, a message goes out, Today changes."""

import datetime as dt
import io

import pytest
from django.core.management import call_command

from engagement.models import Flag, Promise, Touchpoint
from influencers import clock
from influencers.models import Membership, Post
from tests.factories import PostFactory, ProgramFactory, UserFactory

PASSWORD = "correct horse battery"
HEAD = "Rank,name,instagram name,Category_1,Category_2,followers,followers,country,Eng. (Auth.),Eng. (Auth.)"
ROWS = (
    "1,mayalindqvist,Maya Lindqvist,Art/Artists,,409.8K,409800,Sweden,17.8K,17800",
    "2,tom.okafor,Tom Okafor,Photography,Family,52.3K,52300,Nigeria,11.7K,11700",
    "3,inesbrava,Inês Brava,Art/Artists,,12K,12000,Portugal,950,950",
    '4,carlo_print,"Carlo, the Printer",Humor & Fun,,8.4K,8400,Italy,310,310',
)
LUNCH = (
    "lunch @mayalindqvist @tom.okafor: loves the new letterpress studio in Malmö, "
    "worried about the print quality of the spring posters, promised sample by Fri"
)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"
PERSONAL = (
    "Maya, you were right at lunch about the print quality of the spring posters: we changed the paper."
)
LATER = dt.timedelta(days=120)


@pytest.fixture
def list_file(tmp_path):
    file = tmp_path / "instagram-2022-12.csv"
    file.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def manager():
    user = UserFactory(name="Robin Adler")
    return PostFactory(user=user, program=ProgramFactory(slug="press"), role=Post.Role.MANAGER).user


def log_in_by_the_form(page, user):
    page.goto("/press/today/")
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**/press/today/")


def bring_in(page, file):
    """Upload, look at what the columns were taken for and at what would happen, and import."""
    page.goto("/press/imports/")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look through it").click()
    page.get_by_role("heading", name="What the columns are").wait_for()
    assert page.get_by_text("Instagram: handle").count() > 0
    assert page.get_by_role("row").filter(has_text="Carlo, the Printer").get_by_text("New").is_visible()
    assert not Membership.objects.exists()
    page.locator("form[action$='/apply/'] button").click()
    page.get_by_text("Imported: 4 new").first.wait_for()


def invite(page, *names):
    page.goto("/press/advocates/?status=prospects")
    for name in names:
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name=name))
        row.get_by_role("button", name="Invite").click()
        row.get_by_text("Invited").wait_for()


def welcome(page, name):
    """Take somebody in, agree on a role, and settle them, from their page."""
    page.goto("/press/advocates/?status=everybody")
    page.get_by_role("link", name=name).click()
    step(page, name, "Welcome", "Welcome them")
    page.get_by_text("Agree on a role next").wait_for()
    role = {
        "Role": "Voice of the press",
        "Role statement": "Tries every new press first and tells us the truth.",
    }
    step(page, name, "Agree on a role", "Agree on it", **role)
    page.get_by_text("The role is agreed").wait_for()
    page.get_by_role("link", name="They were told").click()
    fill_in(page, "Note it", How="Over the phone")
    page.get_by_text("was told").first.wait_for()
    step(page, name, "Settle", "Settle them")
    page.get_by_text("is an active member").wait_for()


def step(page, name, entry, button, **said):
    page.locator("summary", has_text=f"More for {name}").click()
    page.get_by_role("link", name=entry).click()
    fill_in(page, button, **said)


def fill_in(page, button, **said):
    for label, words in said.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name=button).click()


def log(page, line, note):
    """A line, a look at the chips when they stand, and Enter."""
    page.locator("[name=line]").press_sequentially(line)
    page.wait_for_function(
        "note => document.querySelector('#sheet [name=words]')?.value.endsWith(note)", arg=note
    )
    page.keyboard.press("Enter")
    page.locator(".toast .undo").wait_for()


def write(page):
    """A canned message is refused with the reason; a personal one, resting on the lunch, goes out."""
    page.goto("/press/advocates/?status=everybody")
    page.get_by_role("link", name="Maya Lindqvist").click()
    page.get_by_role("link", name="Write", exact=True).click()
    page.locator("[name=words]").fill(CANNED)
    page.locator("#verdict[data-outcome=block]").wait_for()
    page.get_by_role("button", name="Ready to send").click()
    page.get_by_text("This is held").wait_for()
    assert page.locator("#verdict mark").first.text_content() == "{{first_name}}"
    assert not Touchpoint.objects.filter(standing="sent").exists()

    page.locator("[name=words]").fill(PERSONAL)
    page.locator("#verdict[data-outcome=pass]").wait_for()
    page.get_by_role("button", name="Ready to send").click()
    page.get_by_role("button", name="Copy the words").wait_for()


def let_months_pass(monkeypatch):
    """Move the clock, and run what runs by itself in the night."""
    later = clock.now() + LATER
    monkeypatch.setattr(clock, "now", lambda: later)
    call_command("run_watch", stdout=io.StringIO())


def row_about(page, name):
    return page.locator("#people [data-row]").filter(has=page.get_by_role("link", name=name))


def test_from_a_list_to_a_relationship_that_is_looked_after(page, troubles, manager, list_file, monkeypatch):
    log_in_by_the_form(page, manager)
    bring_in(page, list_file)
    invite(page, "Maya Lindqvist", "Tom Okafor", "Inês Brava")
    welcome(page, "Maya Lindqvist")

    page.keyboard.press("l")
    log(page, LUNCH, "promised sample by Fri")
    lunch, promise = Touchpoint.objects.get(), Promise.objects.get()
    assert (lunch.kind, lunch.participations.count(), promise.text) == ("lunch", 2, "sample")

    write(page)
    troubles.clear()  # the browser noted that the canned message was answered with 422
    assert Touchpoint.objects.get(standing="sent").words == PERSONAL
    call_command("run_watch", stdout=io.StringIO())
    page.goto("/press/today/")
    page.get_by_text("Nobody is slipping away").wait_for()

    let_months_pass(monkeypatch)
    page.goto("/press/today/")
    assert "sample" in row_about(page, "Maya Lindqvist").text_content()
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.get_by_text("Kept: sample").wait_for()
    assert "print quality" in row_about(page, "Maya Lindqvist").text_content()

    page.goto("/press/today/")
    page.keyboard.press("j")
    page.keyboard.press("l")
    page.wait_for_url("**/press/log/?member=*")
    log(page, "call: her new studio in Malmö opens in March", "opens in March")
    page.goto("/press/today/")
    page.get_by_text("Nobody is slipping away").wait_for()
    assert not Flag.objects.filter(kind=Flag.Kind.STALE, closed_at=None).exists()


def test_a_list_a_lunch_and_a_message_need_no_scripts(open_browser, troubles, manager, list_file):
    page = open_browser(java_script_enabled=False)
    log_in_by_the_form(page, manager)
    bring_in(page, list_file)

    page.goto("/press/log/")
    page.locator("[name=line]").fill(LUNCH)
    page.get_by_role("button", name="Read the line").click()
    page.locator("[data-save]").click()
    page.get_by_text("Lunch logged").first.wait_for()
    assert Touchpoint.objects.get().participations.count() == 2

    page.goto("/press/compose/?q=Maya")
    page.get_by_role("link", name="Maya Lindqvist").click()
    page.locator("[name=words]").fill(CANNED)
    page.get_by_role("button", name="Ready to send").click()
    page.get_by_text("This is held").wait_for()
    page.locator("[name=words]").fill(PERSONAL)
    page.get_by_role("button", name="Ready to send").click()
    page.get_by_role("heading", name="Now take it to Maya").wait_for()
    troubles.clear()  # the browser noted that the canned message was answered with 422

    assert Touchpoint.objects.get(standing="sent").words == PERSONAL
