"""What each column is: headers in several languages, and cells where headers lie."""

import pytest

from influencers.importing import Field, Target, read
from influencers.importing.mapping.guess import guess
from influencers.importing.mapping.targets import all_targets
from tests.influencers.importing.making import csv, mapping_of, targets_of

DISPLAY = (
    "Leo Messi,leomessi,409.8M",
    "NJ 🇧🇷,neymarjr,198M",
    "Kylie Jenner,kyliejenner,3M",
    "Kendall,kendalljenner,2M",
)


def turned(line: str) -> str:
    """Return a line with its first two cells the other way round."""
    first, second, rest = line.split(",")
    return f"{second},{first},{rest}"


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Full Name", "name"), ("Vorname", "first_name"), ("NACHNAME", "last_name"), ("E-Mail-Adresse", "email"),
        ("E-mail 1 - Value", "email"), ("Person - Email - Work", "email"), ("Phone 2 - Value", "phone"),
        ("IG", "instagram"),
        ("TikTok Handle", "tiktok"), ("YouTube channel", "youtube"), ("X", "x"), ("Twitter followers", "x_followers"),
        ("Instagram Followers", "instagram_followers"), ("Abonnenten", "followers"),
        ("shipping_address.zipcode", "postcode"),
        ("Geburtstag", "birthday"), ("Land", "country"), ("displayName", "name"), ("Notizen", "notes"),
        ("Category-2", "topics"), ("Influencer Handle", "handle"), ("Mailing Zip/Postal Code", "postcode"),
        ("First Name (required)", "first_name"), ("Personal Email Address", "email"), ("Business Name", "keep"),
        ("Subscribers for last 30 days", "keep"), ("Audience country", "keep"), ("Discount Code", "keep"),
    ],
)  # fmt: skip
def test_a_header_is_understood(header, target) -> None:
    assert targets_of(csv(f"{header},Rank", "something,1", "else,2"))[0] == target


@pytest.mark.parametrize(
    "headers", ["name,instagram name,followers", "Influencer name,Insta handle name,followers"]
)
def test_the_cells_say_which_column_is_the_handle(headers) -> None:
    assert targets_of(csv(headers, *DISPLAY)) == ["name", "instagram", "followers"]
    assert targets_of(csv(headers, *map(turned, DISPLAY))) == ["instagram", "name", "followers"]


def test_the_file_name_says_the_platform_where_headers_do_not() -> None:
    data = csv("Rank,channel_info,followers", "1,cristiano,4M", "2,kyliejenner,3M", "3,leomessi,2M")

    assert targets_of(data, "instagram-top200.csv") == ["keep", "instagram", "followers"]
    assert mapping_of(data, "instagram-top200.csv").default_platform == "instagram"


def test_addresses_among_the_handles_say_the_platform() -> None:
    mapping = mapping_of(csv("Name,Handle", "Maya,maya", "Tom,https://www.tiktok.com/@tom"))

    assert mapping.default_platform == "tiktok"


def test_a_lone_column_of_channel_titles_is_name_and_channel() -> None:
    data = csv("Rank,Youtuber,Subscribers", "1,Vlad and Niki,90M", "2,5-Minute Crafts,80M")

    assert targets_of(data, "youtube-top.csv") == ["keep", "youtube", "followers"]


def test_a_nickname_column_full_of_handles_is_handles() -> None:
    assert targets_of(csv("First Name,Nickname", "Priya,priya.lin", "Tom,tom_ray")) == [
        "first_name",
        "handle",
    ]
    assert targets_of(csv("First Name,Nickname", "Priya,Pri", "Tom,Tommy")) == ["first_name", "nickname"]


def test_columns_that_slipped_are_believed_by_their_cells() -> None:
    rows = [f"maya{n},Maya {n},1M,Spain" for n in range(8)]

    assert targets_of(csv("instagram name,influencer name,Subscribers,Views avg.", *rows))[3] == "country"


def test_the_same_header_twice_is_the_same_fact_or_kept_apart() -> None:
    mapping = mapping_of(csv("Name,Email,Email,Likes,Likes", "Maya,a@example.test,b@example.test,1K,1000"))

    assert [column.header for column in mapping.columns] == ["Name", "Email", "Email", "Likes", "Likes (2)"]
    assert [str(column.target) for column in mapping.columns[1:3]] == ["email", "email"]


def test_a_column_said_by_somebody_is_that() -> None:
    table = read(csv("Who,Where", "Maya,maya"), "list.csv")

    mapping = guess(table).with_target(0, Target(Field.NAME)).with_target(1, Target.parse("tiktok"))

    assert [str(column.target) for column in mapping.columns] == ["name", "tiktok"]
    assert [column.why for column in mapping.columns] == ["asked", "asked"]


def test_every_target_is_read_back_as_it_is_written() -> None:
    assert [Target.parse(str(target)) for target in all_targets()] == all_targets()
    with pytest.raises(ValueError, match="shoe_size"):
        Target.parse("shoe size")
