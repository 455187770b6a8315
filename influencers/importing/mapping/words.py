"""What headers mean, in the words of the products and languages they come from."""

import functools
import re
import unicodedata

from influencers.importing.mapping.phrases import PHRASES
from influencers.importing.mapping.targets import Field, Target
from influencers.importing.values.platforms import platforms_in
from influencers.importing.values.wordlists import words

_FIELD_OF = {phrase: field for field, phrases in PHRASES.items() for phrase in phrases.split("|")}
# Google's and Outlook's numbered groups, Pipedrive's prefixes, dotted paths.
_SHAPES = (
    (r"e ?mail \d+ value", Field.EMAIL),
    (r"(?:person )?e ?mail(?: address)? (?:\d|work|home|other|private|business|primary)", Field.EMAIL),
    (r"(?:person )?(?:phone|tel)(?: number)? (?:\d|work|home|mobile|other|cell)", Field.PHONE),
    (r"phone \d+ value", Field.PHONE),
    (r"website \d+ value|website \d", Field.WEBSITE),
    (r"(?:profile |social )?(?:url|link) \d", Field.LINK),
    (r"(?:category|topic|niche|kategorie) ?\d", Field.TOPICS),
    (r"organi[sz]ation \d name", Field.COMPANY),
)
# Whose it is, and that it must be filled in, says nothing about what it is.
_WHOSE = re.compile(
    r"^(?:person|contact|creator|influencer|ambassador|member|talent|kontakt) (?=\S)"
    r"|(?<=\S) (?:required|optional|pflichtfeld)$"
)
# Which of several it is; so only of what people have several of. A business name is nobody's name.
_WHICH = re.compile(
    r"^(?:(?:shipping|billing|mailing|postal|home|business|work|private|personal|primary|secondary|other|main"
    r"|alternate) (?:address )?(?:\d )?|address (?:\d )?)(?=\S)"
)
_SEVERAL = (
    Field.EMAIL, Field.PHONE, Field.STREET, Field.CITY, Field.POSTCODE, Field.REGION, Field.COUNTRY, Field.ADDRESS,
)  # fmt: skip
_IDENTITY = words(
    "name handle username user influencer account profile id channel url link page insta profil konto kanal"
)
_COUNTED = words("followers follower subscribers subscriber subs fans abonnenten abonnes seguidores")
_FILLERS = words("tik tok you tube the of on my s your count total numbers number anzahl auf")


@functools.lru_cache(maxsize=4096)
def target_of_header(header: str) -> Target | None:
    """Return what a header says its column is, or None for one that says nothing we know."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)  # displayName
    return _target_of(plain_words(header)) or (_target_of(plain_words(parted)) if parted != header else None)


def _target_of(header: str) -> Target | None:
    if header in _FIELD_OF:
        return Target(_FIELD_OF[header])
    for shape, field in _SHAPES:
        if re.fullmatch(shape, header):
            return Target(field)
    if of_platform := _of_a_platform(header):
        return of_platform
    if (without := _WHOSE.sub("", header)) != header:
        return _target_of(without)
    found = _target_of(without) if (without := _WHICH.sub("", header)) != header else None
    return found if found and found.field in _SEVERAL else None


def plain_words(header: str) -> str:
    """Return a header in small plain letters, its words parted by one blank."""
    decomposed = unicodedata.normalize("NFKD", header.replace("ß", "ss")).casefold()
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.split(r"[\W_]+", plain)).strip()


def _of_a_platform(header: str) -> Target | None:
    """Read 'Instagram', 'TikTok handle', 'YouTube channel', 'IG followers', 'Youtuber name'."""
    platforms = platforms_in(header)
    rest = {word for word in header.split() if not platforms_in(word)} - _FILLERS
    if not platforms and "x" in rest:
        platforms, rest = ["x"], rest - {"x"}
    if len(platforms) != 1:
        return None
    if rest & _COUNTED and not rest - _COUNTED:
        return Target(Field.FOLLOWERS, platforms[0])
    return Target(Field.HANDLE, platforms[0]) if not rest - _IDENTITY else None
