"""What the database holds of the words a farewell rests on: told in person first, then thanked in their own words."""

from django.utils.translation import gettext_noop

from influencers.guarding import Guard

_NOT_TELLING = (
    "NEW.what = 'told' AND NOT EXISTS (SELECT 1 FROM engagement_touchpoint t "
    "JOIN engagement_participation p ON p.touchpoint_id = t.id "
    "JOIN influencers_farewell f ON f.membership_id = p.membership_id WHERE t.id = NEW.touchpoint_id "
    "AND f.id = NEW.farewell_id AND (t.kind IN ('call', 'lunch', 'meeting', 'event') OR f.not_in_person <> ''))"
)
_NOT_THANKING = (
    "NEW.what = 'thanks' AND NOT EXISTS (SELECT 1 FROM engagement_touchpoint t "
    "JOIN influencers_farewell f ON f.membership_id = t.recipient_id WHERE t.id = NEW.touchpoint_id "
    "AND f.id = NEW.farewell_id AND t.direction = 'out' AND t.standing IN ('sent', 'elsewhere') "
    "AND (t.verdict IN ('pass', 'warn') OR t.vouched_by_id IS NOT NULL))"
)
_WRITTEN_FIRST = (
    "EXISTS (SELECT 1 FROM engagement_farewellword w JOIN engagement_touchpoint o ON o.id = w.touchpoint_id, "
    "engagement_touchpoint t WHERE w.farewell_id = NEW.farewell_id AND t.id = NEW.touchpoint_id AND "
    "((NEW.what = 'thanks' AND w.what = 'told' AND t.happened_at < o.happened_at) OR "
    "(NEW.what = 'told' AND w.what = 'thanks' AND o.happened_at < t.happened_at)))"
)
_WORDLESS = (
    "NEW.completed_at IS NOT NULL AND OLD.completed_at IS NULL AND NEW.cause <> 'death' AND (NOT EXISTS "
    "(SELECT 1 FROM engagement_farewellword w WHERE w.farewell_id = NEW.id AND w.what = 'thanks') OR "
    "(NEW.not_in_person = '' AND NOT EXISTS "
    "(SELECT 1 FROM engagement_farewellword w WHERE w.farewell_id = NEW.id AND w.what = 'told')))"
)
_RESTED_ON = "EXISTS (SELECT 1 FROM influencers_membership m WHERE m.farewell_id = OLD.farewell_id)"
_TELLS = gettext_noop("Telling is a call, a lunch, a meeting or an event with this person.")
_THANKS = gettext_noop("A thank-you is a message to this person that passed the personal check.")
_FIRST = gettext_noop("They hear it personally before anything is written.")
FAREWELL_GUARDS = [
    Guard("guard_farewell_told", "engagement_farewellword", "INSERT", _NOT_TELLING, _TELLS),
    Guard("guard_farewell_told_update", "engagement_farewellword", "UPDATE", _NOT_TELLING, _TELLS),
    Guard("guard_farewell_thanked", "engagement_farewellword", "INSERT", _NOT_THANKING, _THANKS),
    Guard("guard_farewell_thanked_update", "engagement_farewellword", "UPDATE", _NOT_THANKING, _THANKS),
    Guard("guard_farewell_told_first", "engagement_farewellword", "INSERT", _WRITTEN_FIRST, _FIRST),
    Guard("guard_farewell_told_first_update", "engagement_farewellword", "UPDATE", _WRITTEN_FIRST, _FIRST),
    Guard("guard_farewell_word_is_kept", "engagement_farewellword", "DELETE", _RESTED_ON,
          gettext_noop("An ended membership keeps the words of its farewell.")),
    Guard("guard_farewell_word_stays", "engagement_farewellword", "UPDATE", _RESTED_ON,
          gettext_noop("An ended membership keeps the words of its farewell.")),
    Guard("guard_farewell_has_its_words", "influencers_farewell", "UPDATE", _WORDLESS,
          gettext_noop("A farewell is complete when they were told in person, and thanked in a message of their own.")),
    Guard("guard_farewell_touch_stays", "engagement_touchpoint", "UPDATE",
          "NEW.standing <> 'erased' AND (NEW.kind <> OLD.kind OR NEW.direction <> OLD.direction "
          "OR NEW.happened_at <> OLD.happened_at) AND EXISTS "
          "(SELECT 1 FROM engagement_farewellword w WHERE w.touchpoint_id = NEW.id)",
          gettext_noop("A farewell rests on this. It stays as it is.")),
]  # fmt: skip
