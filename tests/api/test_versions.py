"""Whoever names the version they saw is told where it has moved on; what needs one is refused without."""

import pytest

from engagement.models import EvaluationCase
from influencers.actions import farewells
from influencers.api.programs import ProgramTaken
from influencers.models import Farewell, Membership
from tests.admin.making_exchanges import case_of
from tests.admin.world import NOW, World

pytestmark = pytest.mark.django_db
STALE = '"999"'


@pytest.mark.parametrize(
    ("step", "body"),
    [
        ("renew", {}),
        ("role", {"title": "Speaker", "statement": "Speaks twice a year."}),
        ("pause", {"review_on": "2027-01-04"}),
    ],
)
def test_a_step_of_a_membership_is_not_taken_over_a_change_nobody_saw(step, body, api, member):
    answer = api.post(f"memberships/{member.pk}/{step}/", body, If_Match=STALE)

    assert answer.status_code == 412, answer.content
    fresh = Membership.objects.get(pk=member.pk)
    assert (fresh.version, fresh.role_id, fresh.terms.count()) == (member.version, member.role_id, 1)


def test_a_farewell_is_not_called_off_over_a_change_nobody_saw(api, member):
    farewell = farewells.begin(
        membership=member, by=api.user, now=NOW, cause="rotation", reason="Her term ends"
    )

    answer = api.post(f"farewells/{farewell.pk}/call-off/", If_Match=STALE)

    assert answer.status_code == 412, answer.content
    assert Farewell.objects.exists()


def test_a_case_is_dropped_by_whoever_has_seen_it(api, member):
    case = case_of(World("Ours", member.program, member, api.user, api.user))

    assert api.delete(f"evaluation-cases/{case.pk}/").status_code == 428
    assert api.delete(f"evaluation-cases/{case.pk}/", If_Match=STALE).status_code == 412
    assert EvaluationCase.objects.exists()
    assert api.delete(f"evaluation-cases/{case.pk}/", If_Match=f'"{case.version}"').status_code == 204


def test_what_a_program_takes_it_shows(api, member):

    shown = api.get(f"programs/{member.program.slug}/").json()

    assert set(ProgramTaken.Meta.fields) <= set(shown)
