"""What the database holds about who knows whom and how people are described. See `influencers.guards`."""

from django.utils.translation import gettext_noop

from influencers.guarding import Guard


def rewritten(*columns: str) -> str:
    """Return the condition that one of these texts was changed, other than by taking an erased person's name out."""
    return " OR ".join(f"(NEW.{name} <> OLD.{name} AND NEW.{name} NOT LIKE '%[…]%')" for name in columns)


_OTHER_PROGRAM = (
    "NOT EXISTS (SELECT 1 FROM influencers_membership a, influencers_membership b "
    "WHERE a.id = NEW.membership_id AND b.id = NEW.{other} AND a.program_id = b.program_id)"
)
_FOREIGN_GIVER = "NEW.by_membership_id IS NOT NULL AND " + _OTHER_PROGRAM.format(other="by_membership_id")
_FOREIGN_OTHER = _OTHER_PROGRAM.format(other="other_id")
_VOUCH = gettext_noop("Who vouches for somebody belongs to the same program.")
_CONNECTION = gettext_noop("Who knows somebody belongs to the same program.")
CLOSENESS_GUARDS = [
    Guard("guard_vouch_own_program", "influencers_vouch", "INSERT", _FOREIGN_GIVER, _VOUCH),
    Guard("guard_vouch_own_program_update", "influencers_vouch", "UPDATE", _FOREIGN_GIVER, _VOUCH),
    Guard("guard_vouch_words_stay", "influencers_vouch", "UPDATE",
          f"{rewritten('words', 'how_known')} OR NEW.given_on <> OLD.given_on",
          gettext_noop("Somebody’s word stays as they gave it; another word is another vouch.")),
    Guard("guard_vouch_withdrawn_stays", "influencers_vouch", "UPDATE",
          "OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NULL",
          gettext_noop("A word that was taken back is given anew, as another vouch.")),
    Guard("guard_connection_own_program", "influencers_connection", "INSERT", _FOREIGN_OTHER, _CONNECTION),
    Guard("guard_connection_own_program_update", "influencers_connection", "UPDATE", _FOREIGN_OTHER, _CONNECTION),
    Guard("guard_portrait_stays", "influencers_portrait", "UPDATE",
          f"{rewritten('text', 'source')} OR NEW.side <> OLD.side OR NEW.written_on <> OLD.written_on",
          gettext_noop("A description stays as it was written; the next version follows it.")),
]  # fmt: skip
