"""The pages on which lists come in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from influencers.models import Advocate, ImportBatch, Post
from tests.factories.programs import PostFactory, ProgramFactory

LIST = "Name,Instagram,Followers\r\nMaya Chen,maya,12K\r\nTom Ray,tom,N/A\r\n,,\r\n"


@pytest.fixture
def program(db):
    """Return a program."""
    return ProgramFactory(slug="press")


@pytest.fixture
def manager(program, client):
    """Return who manages the program, logged in."""
    user = PostFactory(program=program, role=Post.Role.MANAGER).user
    client.force_login(user)
    return user


def upload(client, text: str = LIST, name: str = "list.csv"):
    """Send a file, follow to where it leads."""
    file = SimpleUploadedFile(name, text.encode())
    return client.post(reverse("influencers:imports", args=["press"]), {"file": file}, follow=True)


def send(client, view: str, **data):
    """Press a button of the latest import."""
    batch = ImportBatch.objects.first()
    return client.post(reverse(f"influencers:{view}", args=["press", batch.pk]), data, follow=True)


def test_a_file_is_looked_through_and_shown_row_by_row(client, manager) -> None:
    page = upload(client)

    assert page.status_code == 200
    for text in (
        "Maya Chen",
        "Instagram @maya",
        "12,000 followers",
        "no number that can be read",
        "An empty row",
        "Import: 2 new",
    ):
        assert text in page.content.decode(), text
    assert not Advocate.objects.exists()


def test_pressing_import_imports_what_was_shown(client, manager) -> None:
    upload(client)

    page = send(client, "apply-import", seen=ImportBatch.objects.get().fingerprint)

    assert "Imported: 2 new" in page.content.decode()
    assert Advocate.history.filter(history_user=manager).count() == 2
    assert "Take the import back" in page.content.decode()


def test_pressing_import_on_an_old_page_shows_the_file_again(client, manager) -> None:
    upload(client)

    page = send(client, "apply-import", seen="something else")

    assert "changed since you looked" in page.content.decode()
    assert not Advocate.objects.exists()


def test_an_import_is_taken_back(client, manager) -> None:
    upload(client)
    send(client, "apply-import", seen=ImportBatch.objects.get().fingerprint)

    page = send(client, "undo-import")

    assert "The import is taken back: 2 people" in page.content.decode()
    assert not Advocate.objects.exists()


def test_who_was_changed_since_is_named_and_can_be_left(client, manager) -> None:
    upload(client)
    send(client, "apply-import", seen=ImportBatch.objects.get().fingerprint)
    Advocate.objects.get(name="Tom Ray").save_as(manager)

    page = send(client, "undo-import")
    assert "would lose something: Tom Ray." in page.content.decode()
    assert Advocate.objects.count() == 2

    send(client, "undo-import", leave="1")
    assert [person.name for person in Advocate.objects.all()] == ["Tom Ray"]


def test_what_a_column_is_can_be_corrected(client, manager) -> None:
    upload(client, "Who,Where\r\nMaya Chen,maya\r\n")
    send(client, "answer-import", column_0="name", column_1="keep", header="first")

    page = send(client, "answer-import", column_0="name", column_1="tiktok", header="first")

    assert "TikTok @maya" in page.content.decode()
    assert ImportBatch.objects.get().answers["columns"] == {"0": "name", "1": "tiktok"}
    assert ImportBatch.objects.get().counts["rows"] == 1


def test_a_file_without_header_asks_before_it_offers_to_import(client, manager) -> None:
    page = upload(client, "Maya Chen,maya.c,maya@example.test\r\nTom Ray,tom.r,tom@example.test\r\n")
    assert "has no header" in page.content.decode()
    assert (
        reverse("influencers:apply-import", args=["press", ImportBatch.objects.get().pk])
        not in page.content.decode()
    )

    page = send(client, "answer-import", column_0="name", column_1="instagram", column_2="email")

    assert "Import: 2 new" in page.content.decode()


def test_a_refused_file_says_why_and_where(client, manager) -> None:
    page = upload(client, 'Name,Instagram\r\nMaya,maya\r\nTom,"tom\r\n')

    assert page.status_code == 422
    assert "line 3 is never closed" in page.content.decode()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx", "x.vcf"])
def test_a_file_of_nonsense_is_no_server_error(client, manager, name) -> None:
    assert upload(client, "PK\x03\x04 nonsense \x00\x01\x02\x03\x04", name).status_code == 422


def test_a_file_that_is_too_large_is_refused_before_it_is_read(client, manager, monkeypatch) -> None:
    monkeypatch.setattr("influencers.forms.imports.MAX_BYTES", 10)

    page = upload(client)

    assert page.status_code == 422
    assert "At most 20 MB" in page.content.decode()


def test_hostile_text_is_shown_as_text(client, manager) -> None:
    page = upload(
        client, 'Name,Instagram,Notes\r\n<script>alert(1)</script>,x,"<img src=x onerror=alert(1)>"\r\n'
    )

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content.decode()
    assert "<script>alert(1)" not in page.content.decode()
    assert "<img src=x" not in page.content.decode()


def test_rows_are_narrowed_and_paged(client, manager) -> None:
    upload(client, "Name,Instagram\r\n" + "".join(f"P{n} Q{n},h{n}\r\n" for n in range(120)) + ",\r\n")
    url = reverse("influencers:import", args=["press", ImportBatch.objects.get().pk])

    assert len(client.get(url).context["list"].rows) == 50
    second = client.get(f"{url}?outcome=new&after=51").context["list"]
    assert (second.rows[0].line, second.rows[-1].line, len(second.rows)) == (52, 101, 50)
    assert client.get(url + second.newer).context["list"].rows[0].line == 2
    assert [row.line for row in client.get(f"{url}?outcome=skipped").context["list"].rows] == [122]
    assert client.get(f"{url}?outcome=oops&after=oops&before=x").status_code == 200


def test_htmx_gets_the_rows_alone(client, manager) -> None:
    upload(client)
    url = reverse("influencers:import", args=["press", ImportBatch.objects.get().pk])

    page = client.get(url, headers={"HX-Request": "true"}).content.decode()

    assert page.strip().startswith('<div id="rows"')


def test_a_page_costs_the_same_for_two_rows_and_for_fifty(
    client, manager, django_assert_max_num_queries
) -> None:
    upload(client, "Name,Instagram\r\n" + "".join(f"P{n} Q{n},h{n}\r\n" for n in range(60)))
    url = reverse("influencers:import", args=["press", ImportBatch.objects.get().pk])

    with django_assert_max_num_queries(12):
        client.get(url)
    with django_assert_max_num_queries(12):
        client.get(reverse("influencers:imports", args=["press"]))


def test_a_thrown_away_file_is_gone(client, manager) -> None:
    upload(client)

    send(client, "discard-import")

    assert ImportBatch.objects.get().content is None


@pytest.mark.parametrize("role", [Post.Role.VIEWER, Post.Role.STAFF])
def test_only_managers_import(client, program, role) -> None:
    client.force_login(PostFactory(program=program, role=role).user)

    assert upload(client).status_code == 403
    assert client.get(reverse("influencers:imports", args=["press"])).status_code == 403
    assert not ImportBatch.objects.exists()


def test_an_import_of_another_program_is_not_there(client, manager) -> None:
    other = ProgramFactory()
    batch = ImportBatch.objects.create(program=other, file_name="theirs.csv", content=b"x")

    for view in ("import", "apply-import", "answer-import", "discard-import", "undo-import"):
        for slug in ("press", other.slug):
            url = reverse(f"influencers:{view}", args=[slug, batch.pk])
            answer = client.get(url) if view == "import" else client.post(url)
            assert answer.status_code == 404, (view, slug)
    assert "theirs.csv" not in client.get(reverse("influencers:imports", args=["press"])).content.decode()
