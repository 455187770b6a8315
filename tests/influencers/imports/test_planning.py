"""What an import would do, row by row."""

import pytest

from influencers.actions import forgetting
from influencers.importing import Message
from influencers.insights.held import person
from influencers.models import Advocate, ImportRow, Post
from tests.factories.advocates import AccountFactory, AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.programs import PostFactory, ProgramFactory
from tests.influencers.imports.conftest import NOW, everything, outcomes


def reasons(batch, line: int) -> list[str]:
    """Return the codes of what is said about a row."""
    return [Message.from_dict(said).code.value for said in batch.rows.get(line=line).reasons]


def test_looking_through_a_file_writes_nobody(look) -> None:
    batch = look("Name,Instagram", "Maya Chen,maya")

    assert outcomes(batch) == [(2, "new")]
    assert batch.counts == {
        "rows": 1, "people": 1, "new": 1, "changed": 0, "same": 0, "conflict": 0, "unreadable": 0, "skipped": 0,
    }  # fmt: skip
    assert not Advocate.objects.exists()


def test_every_row_has_one_end(look) -> None:
    batch = look(
        "Name,Handle,Email", "Maya,maya,m@example.test", ",,", 'x,"y"z,', ",,,", "Total,,6", "Maya,maya,"
    )

    assert outcomes(batch) == [
        (2, "new"), (3, "skipped"), (4, "unreadable"), (5, "skipped"), (6, "skipped"), (7, "same"),
    ]  # fmt: skip
    assert sum(batch.counts[outcome] for outcome in ImportRow.Outcome.values) == batch.counts["rows"] == 6


@pytest.mark.parametrize(
    "row",
    [
        "Maya,MAYA,",
        "Maya,@maya,",
        "Maya,https://www.instagram.com/maya/,",
        "M C,other,MAYA@example.test",
        "Maya Q,,maya@example.test",
    ],
)
def test_somebody_known_is_found_by_handle_and_by_address(bring, look, row) -> None:
    bring("Name,Instagram,Email", "Maya C,maya,maya@example.test")

    assert outcomes(look("Name,Instagram,Email", row))[0][1] in ("same", "changed")


def test_several_rows_of_one_person_are_one_person(look) -> None:
    lines = (
        "Dmitri N,dmitri.n,d@example.test",
        "DMITRI N,@Dmitri.N,D@EXAMPLE.TEST",
        "Dmitri,instagram.com/dmitri.n,",
        "Dmitri\u200b  N,dmitri.n\u200b,",
    )
    batch = look("Name,Instagram,Email", *lines)

    assert outcomes(batch) == [(2, "new"), (3, "same"), (4, "same"), (5, "same")]
    assert batch.counts["people"] == 1
    assert reasons(batch, 3) == ["same_as_line"]


def test_a_row_whose_handle_and_address_are_two_peoples_is_a_conflict(bring, look) -> None:
    bring("Name,Instagram,Email", "Maya,maya,maya@example.test", "Tom,tom,tom@example.test")

    batch = look("Name,Instagram,Email", "Maya,maya,tom@example.test")

    assert outcomes(batch) == [(2, "conflict")]
    assert reasons(batch, 2) == ["two_people"]


def test_a_new_handle_under_a_strangers_address_is_a_conflict_not_a_merge(bring, look) -> None:
    bring("Name,Instagram,Email", "Dmitri Novák,dmitri,d@example.test")

    batch = look("Name,Instagram,Email", "Zoë,zoe,d@example.test", "Dmitri Novák,dmitri2,d@example.test")

    assert outcomes(batch) == [(2, "conflict"), (3, "changed")]
    assert reasons(batch, 2) == ["email_is_anothers"]


def test_an_agencys_address_beside_an_own_one_is_left_out(bring, look) -> None:
    lines = (
        "Name,Instagram,Email",
        "Ann,ann,agency@example.test",
        "Bo,bo,agency@example.test; bo@example.test",
    )
    batch = bring(*lines)

    assert outcomes(batch) == [(2, "new"), (3, "new")]
    assert reasons(batch, 3) == ["email_left_out"]
    assert outcomes(look(*lines)) == [(2, "same"), (3, "same")]


def test_the_same_handle_on_another_platform_is_somebody_else(bring, look) -> None:
    bring("Name,Instagram", "Maya,maya")

    assert outcomes(look("Name,TikTok", "Maya Other,maya")) == [(2, "new")]


def test_a_name_alone_says_who_somebody_is_only_where_there_is_nothing_else(bring, look) -> None:
    bring("Name,Instagram,Country", "Maya Chen,maya,", "Only Name,,Germany")

    batch = look("Name,Country", "Maya Chen,France", "Only Name,Germany", "Only Name,France", "New One,")

    assert [outcome for _line, outcome in outcomes(batch)] == ["conflict", "same", "conflict", "new"]


def test_people_of_another_program_are_strangers(look) -> None:
    elsewhere = MembershipFactory(program=ProgramFactory())
    AccountFactory(advocate=elsewhere.advocate, handle="maya", handle_key="maya")

    batch = look("Name,Instagram", "Maya,maya")

    assert outcomes(batch) == [(2, "new")]
    assert elsewhere.advocate.name not in str(batch.rows.get().changes)


def test_an_empty_cell_changes_nothing(bring, look) -> None:
    bring("Name,Instagram,Country,Notes", "Maya,maya,Germany,likes tea")

    assert outcomes(look("Name,Instagram,Country,Notes", "Maya,maya,,", ",maya,,")) == [
        (2, "same"),
        (3, "same"),
    ]


def test_what_would_change_is_shown_from_and_to(bring, look) -> None:
    bring("Name,Instagram,Followers,Country,Rank", "Maya,maya,1K,Germany,7")

    batch = look("Name,Instagram,Followers,Country,Email,Rank", "Maya C,maya,2K,France,m@example.test,8")

    assert batch.rows.get().changes == {
        "name": ["Maya", "Maya C"], "country": ["Germany", "France"], "email m@example.test": ["", "m@example.test"],
        "followers instagram @maya": [1000, 2000], "other Rank": ["7", "8"],
    }  # fmt: skip


def test_a_handle_that_stands_in_never_replaces_a_name(bring, look) -> None:
    bring("Name,Instagram", "Maya Chen,maya")

    assert outcomes(look("Name,Instagram", "#NAME?,maya", "?aya Chen,maya")) == [(2, "same"), (3, "same")]


def test_notes_of_colleagues_are_added_to_and_never_written_over(bring, look) -> None:
    bring("Name,Instagram,Notes", "Maya,maya,written here")

    batch = look("Name,Instagram,Notes", "Maya,maya,from the list")

    assert batch.rows.get().changes == {"notes": ["written here", "written here\n\nfrom the list"]}


def test_only_gaps_are_filled_if_one_says_so(bring, look) -> None:
    bring("Name,Instagram,Followers,Country,City", "Maya,maya,1K,Germany,")

    batch = look("Name,Instagram,Followers,Country,City", "M,maya,2K,France,Paris", gaps_only=True)

    assert batch.rows.get().changes == {"city": ["", "Paris"], "followers instagram @maya": [1000, 2000]}


def test_a_channel_that_got_a_handle_is_the_same_channel(bring, look) -> None:
    bring("Channel name,Subscribers", "Dental Digest,1M", "Kabita's Kitchen,2M", name="youtube-1.csv")

    batch = look(
        "Youtube channel,youtuber name,Followers",
        "DentalDigest,Dental Digest,1M",
        "other,Other One,1M",
        name="youtube-2.csv",
    )

    assert outcomes(batch) == [(2, "changed"), (3, "new")]


def test_looking_costs_the_same_statements_for_ten_rows_and_for_a_hundred(
    look, django_assert_max_num_queries
) -> None:
    def lines(count: int) -> list[str]:
        return ["Name,Instagram,Email", *(f"P{n} Q{n},h{n},p{n}@example.test" for n in range(count))]

    with django_assert_max_num_queries(25):
        look(*lines(10))
    with django_assert_max_num_queries(25):
        look(*lines(100))


def test_a_person_nobody_here_knows_is_untouched(look) -> None:
    AdvocateFactory(name="Stranger")
    before = everything()

    look("Name,Instagram", "Stranger,stranger")

    assert everything() == before


def test_who_was_erased_is_not_brought_back_and_nothing_of_them_is_kept(bring, look, program) -> None:
    admin = PostFactory(program=program, role=Post.Role.ADMIN).user
    bring("Name,Instagram,Email", "Maya Chen,maya,maya@example.test")
    who = person(Advocate.objects.get())
    forgetting.begin(who, by=admin, reason="she asked", now=NOW)
    forgetting.erase(who)

    batch = look(
        "Name,Instagram,Email", "M. Chen,@MAYA,", "Maya,,maya@example.test", "Tom,tom,", name="maya.csv"
    )

    assert outcomes(batch) == [(2, "skipped"), (3, "skipped"), (4, "new")]
    assert set(batch.rows.filter(outcome="skipped").values_list("name", flat=True)) == {""}
    assert reasons(batch, 2) == ["forgotten"]
