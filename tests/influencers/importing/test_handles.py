"""Handles and addresses of profiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influencers.importing.messages import Message
from influencers.importing.values.handles import read_handle
from influencers.importing.values.presences import handle_key
from influencers.importing.values.profiles import profile_at


@pytest.mark.parametrize(
    "text",
    ["maya.press", "@maya.press", " MAYA.PRESS ", "maya.press\u200b", "https://www.instagram.com/maya.press/?hl=en",
     "instagram.com/Maya.Press", "ｍａｙａ.press"],
)  # fmt: skip
def test_one_person_written_many_ways_has_one_key(text) -> None:
    assert read_handle(text, "instagram").key == "maya.press"
    assert read_handle(text, "instagram").platform == "instagram"


def test_a_look_alike_is_another_person() -> None:
    assert handle_key("maya.pressx") != handle_key("maya.press")
    assert handle_key("mаya.press") != handle_key("maya.press")  # Cyrillic а


@pytest.mark.parametrize(
    ("address", "platform", "handle"),
    [
        ("https://www.tiktok.com/@greta.ivanov?lang=en", "tiktok", "greta.ivanov"),
        ("https://youtube.com/@lukasz/featured", "youtube", "lukasz"),
        ("https://www.youtube.com/channel/UCOBZGS6LBFZWGS3Q", "youtube", "UCOBZGS6LBFZWGS3Q"),
        ("http://twitter.com/priya", "x", "priya"),
        ("https://x.com/priya/status/1", "x", "priya"),
        ("https://www.linkedin.com/in/zo%C3%AB-lin", "linkedin", "zoë-lin"),
        ("https://bsky.app/profile/maya.example.test", "bluesky", "maya.example.test"),
        ("https://social.example.test/@maya", "mastodon", "maya@social.example.test"),
        ("https://de.pinterest.com/maya/", "pinterest", "maya"),
        ("https://www.facebook.com/profile.php?id=1234", "facebook", "1234"),
        ("//instagram.com/maya", "instagram", "maya"),
    ],
)
def test_an_address_says_whose_page_it_is(address, platform, handle) -> None:
    presence = profile_at(address)

    assert (presence.platform, presence.handle) == (platform, handle)


@pytest.mark.parametrize(
    "address",
    ["https://www.instagram.com/p/CxYz/", "https://www.youtube.com/watch?v=1", "https://instagram.com", "https://youtu.be/x",
     "javascript://instagram.com/maya", "https://www.tiktok.com/music/x", "https://www.linkedin.com/feed/"],
)  # fmt: skip
def test_an_address_of_a_post_is_nobodys_page(address) -> None:
    assert isinstance(profile_at(address), Message)


def test_a_channel_title_stands_for_a_handle_only_on_youtube() -> None:
    assert read_handle("Vlad and Niki", "youtube").key == "vlad and niki"
    assert read_handle("Vlad and Niki", "instagram").code == "handle_unreadable"


@pytest.mark.parametrize("text", ["", "-", "N/A", "  "])
def test_a_cell_that_names_no_account_is_none(text) -> None:
    assert read_handle(text, "instagram") is None


@given(st.text(), st.sampled_from(["instagram", "youtube", "mastodon", ""]))
def test_no_text_whatever_breaks_it_and_its_key_is_stable(text, platform) -> None:
    presence = read_handle(text, platform)

    if presence is not None and not isinstance(presence, Message):
        assert presence.key == handle_key(presence.key)
