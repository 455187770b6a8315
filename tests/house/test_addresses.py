"""No program's address hides a page of the installation."""

from django.urls import get_resolver

from influencers.models.programs import RESERVED


def test_every_page_beside_the_programs_is_reserved():
    firsts = {str(pattern.pattern).split("/")[0].strip("^$") for pattern in get_resolver().url_patterns}
    nested = {
        str(inner.pattern).split("/")[0].strip("^$")
        for pattern in get_resolver().url_patterns
        if str(pattern.pattern) == ""
        for inner in pattern.url_patterns
    }

    taken = {first for first in firsts | nested if first and "<" not in first}

    assert taken <= RESERVED
