"""Prepared content: kept at the ready, started from, and held back where it was hardly adapted."""

import pytest

from engagement.models import Draft, PreparedContent, Touchpoint
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
INKS = (
    "Our spring inks are milled in Biella from soy oil and pigment; the black is batch 43 and newer. "
    "They need twelve hours to dry on coated paper."
)
OWN = (
    "Ana, you were right about the print quality of the spring posters: we changed the paper last week, and your "
    "doubts about the black were the reason. "
)


@pytest.fixture
def member():
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"), program__slug="press")
    TouchpointFactory(member)
    return member


@pytest.fixture
def content(member):
    return PreparedContent.objects.create(
        program=member.program, title="Spring inks", words=INKS, tags=["ink"]
    )


@pytest.fixture
def staff(client, member):
    user = PostFactory(program=member.program).user
    client.force_login(user)
    return user


def start(client, member, content, words=""):
    return client.post(f"/press/compose/{member.pk}/draft/", {"words": words, "prepared": content.pk})


def test_staff_keep_something_new(client, staff, member):
    client.post("/press/prepared/", {"title": "Spring inks", "words": INKS, "tags": "ink, riso, ink"})

    kept = PreparedContent.objects.get()
    assert (kept.title, kept.words, kept.tags) == ("Spring inks", INKS, ["ink", "riso"])
    assert kept.history.get().history_user == staff


def test_staff_change_it(client, staff, content):
    form = {"title": "Inks of spring", "words": INKS, "tags": "", "seen": content.version}

    client.post(f"/press/prepared/{content.pk}/", form)

    content.refresh_from_db()
    assert (content.title, content.tags) == ("Inks of spring", [])


def test_a_title_is_used_once(client, staff, content):
    page = client.post("/press/prepared/", {"title": "Spring inks", "words": "Other words."})

    assert page.context["form"].errors
    assert PreparedContent.objects.get().words == INKS


def test_a_viewer_reads_it_and_changes_nothing(client, content):
    client.force_login(PostFactory(program=content.program, role=Post.Role.VIEWER).user)

    page = client.get("/press/prepared/")
    refused = client.post("/press/prepared/", {"title": "Mine", "words": "Words."})

    assert "Spring inks" in page.content.decode()
    assert '<form method="post" class="form"' not in page.content.decode()
    assert refused.status_code == 403
    assert PreparedContent.objects.count() == 1


def test_a_draft_starts_with_its_words(client, staff, member, content):
    start(client, member, content)

    draft = Draft.objects.get()
    assert (draft.words, draft.prepared) == (INKS, content)


def test_what_was_typed_already_stays_before_it(client, staff, member, content):
    start(client, member, content, words="Ana, about the ink: ")

    assert Draft.objects.get().words == f"Ana, about the ink: {INKS}"


def test_that_of_another_program_is_not_started_from(client, staff, member):
    other = PreparedContent.objects.create(
        program=ProgramFactory(), title="Theirs", words="Their secret words."
    )

    start(client, member, other, words="Ana, hello")

    draft = Draft.objects.get()
    assert (draft.words, draft.prepared) == ("Ana, hello", None)


def test_sent_as_it_is_it_is_refused_and_says_how_far_it_was_adapted(client, staff, member, content):
    start(client, member, content)

    page = client.post(
        f"/press/compose/{member.pk}/",
        {"words": f"Ana, {INKS} Greetings to you and your sister.", "kind": "message"},
    )

    assert page.status_code == 422
    assert "of this is the prepared text" in page.content.decode().replace("\xa0", " ")
    assert not Touchpoint.objects.filter(standing="sent").exists()


def test_reading_along_measures_it_too(client, staff, member, content):
    start(client, member, content)

    said = client.post(
        f"/press/compose/{member.pk}/check/", {"words": f"Ana, {INKS}"}, headers={"HX-Request": "true"}
    )

    assert 'data-check="prepared"' in said.content.decode()


def test_adapted_it_goes_out(client, staff, member, content):
    start(client, member, content)
    words = OWN + "The new black needs twelve hours to dry."

    client.post(f"/press/compose/{member.pk}/", {"words": words, "kind": "message"})

    assert Touchpoint.objects.get(standing="sent").words == words


def test_hardly_adapted_it_may_be_held_for_a_colleague(client, staff, member, content):
    start(client, member, content)

    client.post(f"/press/compose/{member.pk}/hold/", {"words": f"Ana, hello! {INKS}", "kind": "message"})

    assert Touchpoint.objects.filter(standing="held").exists()
