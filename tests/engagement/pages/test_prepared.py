"""Prepared content: kept at the ready, started from, and held back where it was hardly adapted."""

import pytest

from engagement.models import Draft, PreparedContent, Touchpoint
from influencers.models import Post
from tests.engagement.index.sent import sent
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


MARKED = f"[[rewrite: What you said about the spring posters stayed with us.]] {INKS}"


def test_a_mark_that_never_closes_is_refused(client, staff, content):
    form = {"title": "Inks", "words": "Ana, [[rewrite: it never ends", "seen": content.version}

    page = client.post(f"/press/prepared/{content.pk}/", form)

    content.refresh_from_db()
    assert "ends with ]]" in page.content.decode()
    assert content.words == INKS


def test_marked_parts_are_drawn(client, staff, content):
    PreparedContent.objects.filter(pk=content.pk).update(words=MARKED)

    page = client.get("/press/prepared/").content.decode()

    assert "<mark>What you said about the spring posters stayed with us.</mark>" in page


def test_a_part_that_was_not_rewritten_holds_the_message(client, staff, member, content):
    PreparedContent.objects.filter(pk=content.pk).update(words=MARKED)
    start(client, member, content)

    kept = client.post(f"/press/compose/{member.pk}/", {"words": OWN + MARKED[:60], "kind": "message"})
    hardly = OWN + "What you said about the spring posters stayed with us."
    unmarked = client.post(f"/press/compose/{member.pk}/", {"words": hardly, "kind": "message"})

    assert (kept.status_code, unmarked.status_code) == (422, 422)
    assert 'data-check="rewriting"' in unmarked.content.decode()
    assert not Touchpoint.objects.filter(standing="sent").exists()


def test_the_page_says_how_far_it_has_been_adapted(client, staff, member, content):
    PreparedContent.objects.filter(pk=content.pk).update(words=MARKED)
    start(client, member, content)

    said = client.post(
        f"/press/compose/{member.pk}/check/", {"words": MARKED}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "of your words are still" in said
    assert "1 part of 1 is to be rewritten" in said


def test_a_message_knows_what_it_was_started_from(client, staff, member, content):
    start(client, member, content)
    words = OWN + "The new black needs twelve hours to dry."

    client.post(f"/press/compose/{member.pk}/", {"words": words, "kind": "message"})

    assert Touchpoint.objects.get(standing="sent").prepared == content


def test_it_is_found_by_tag_and_by_words(client, staff, content):
    PreparedContent.objects.create(
        program=content.program, title="Opening hours", words="We open at nine.", tags=["shop"]
    )

    tagged = client.get("/press/prepared/?tag=shop").content.decode()
    found = client.get("/press/prepared/?q=biella").content.decode()

    assert ("Opening hours" in tagged, "We open at nine." in found) == (True, False)
    assert "Spring inks" in found


def test_it_is_retired_and_brought_back(client, staff, member, content):
    client.post(f"/press/prepared/{content.pk}/retire/")
    content.refresh_from_db()
    assert content.retired_on is not None
    start(client, member, content)
    assert not Draft.objects.exists()
    assert "Spring inks" in client.get("/press/prepared/?retired=1").content.decode()

    client.post(f"/press/prepared/{content.pk}/bring-back/")

    content.refresh_from_db()
    assert content.retired_on is None


def test_a_viewer_does_not_retire_it(client, content):
    client.force_login(PostFactory(program=content.program, role=Post.Role.VIEWER).user)

    assert client.post(f"/press/prepared/{content.pk}/retire/").status_code == 403
    content.refresh_from_db()
    assert content.retired_on is None


def test_starting_from_its_page_keeps_what_was_begun(client, staff, member, content):
    Draft.objects.create(author=staff, membership=member, words="Ana, about the ink:")

    choose = client.get(f"/press/compose/?prepared={content.pk}&q=Ana").content.decode()
    client.post(f"/press/compose/{member.pk}/draft/", {"prepared": content.pk})

    assert "Start a draft" in choose
    draft = Draft.objects.get()
    assert (draft.words, draft.prepared) == (f"Ana, about the ink: {INKS}", content)


def test_who_has_had_the_wording_is_shown_and_of_other_programs_only_counted(client, staff, member, content):
    tom = MembershipFactory(program=member.program, active=True, advocate=AdvocateFactory(name="Tom Hale"))
    sent(tom, f"Tom, {INKS}")
    sent(MembershipFactory(advocate=AdvocateFactory(name="Secret Person")), f"Dear friend, {INKS}")
    start(client, member, content)

    desk = client.get(f"/press/compose/{member.pk}/").content.decode()
    address = f"/press/prepared/{content.pk}/wording/"
    page = client.get(address, headers={"HX-Request": "true"}).content.decode()

    assert address in desk
    assert client.get(address).url == f"/press/prepared/{content.pk}/"
    assert "Tom" in page
    assert "1 in another program." in page
    assert "Secret" not in page


def test_the_list_asks_the_database_no_more_for_more(client, staff, content, django_assert_max_num_queries):
    for place in range(12):
        PreparedContent.objects.create(
            program=content.program, title=f"Inks {place}", words=INKS, tags=["ink"]
        )

    with django_assert_max_num_queries(12):
        client.get("/press/prepared/")


def test_the_desk_takes_few_statements_with_a_draft_begun(
    client, staff, member, content, django_assert_max_num_queries
):
    start(client, member, content)
    for place in range(4):
        sent(MembershipFactory(program=member.program, active=True), f"Person {place}, {INKS}")
    client.get(f"/press/compose/{member.pk}/")

    with django_assert_max_num_queries(12):
        client.get(f"/press/compose/{member.pk}/")
    with django_assert_max_num_queries(14):
        client.post(f"/press/compose/{member.pk}/check/", {"words": INKS}, headers={"HX-Request": "true"})
