"""Every flag says why, about the person, and what to do."""

import pytest

from engagement.insights.reasons import what_to_do, why
from engagement.models import Flag
from tests.engagement.watch.seeing import DAY, at, settled
from tests.factories import FlagFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", Flag.Kind.values)
def test_a_flag_names_the_person_and_a_next_step(kind):
    member = settled()
    flag = FlagFactory(membership=member, kind=kind, threshold=1)

    sentence = why([flag], member.program, at(DAY))[flag.pk]

    assert member.advocate.called in sentence
    assert str(what_to_do(flag))


def test_many_flags_take_no_more_statements_than_one(django_assert_max_num_queries):
    member = settled()
    flags = [FlagFactory(membership=member, kind=kind) for kind in Flag.Kind.values]

    with django_assert_max_num_queries(5):
        assert len(why(flags, member.program, at(DAY))) == len(flags)
