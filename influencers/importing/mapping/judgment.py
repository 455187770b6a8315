"""When the cells of a column are believed rather than its header."""

import re

from influencers.importing.mapping.contents import Look
from influencers.importing.mapping.targets import Field

_MOST = 0.6
_MEASURED = re.compile(r"\b(?:views|likes|comments|shares|avg|average)\b", re.IGNORECASE)


def contradicts(field: Field, look: Look) -> bool:
    """Whether the cells are plainly something else than the header says."""
    figures = look.count > 0.8 and look.filled > 2
    match field:
        case _ if not look.filled:
            return False
        case Field.FOLLOWERS:
            return look.country > _MOST
        case Field.NOTES | Field.COUNTRY:
            return figures
        case Field.PLATFORM:
            return look.platform < 0.3
        case Field.EMAIL:
            return look.filled > 5 and look.email < 0.05 and max(look.count, look.date, look.profile) > _MOST
        case Field.NICKNAME:
            return look.dotted > _MOST
        case Field.WEBSITE:
            return look.profile > _MOST
        case Field.LINK:
            return look.profile < 0.1
        case Field.NAME:
            return max(look.email, look.profile) > 0.8
    return False


def stands_out(header: str, look: Look) -> bool:
    """Whether the cells below a header that says nothing are plainly something we know."""
    if max(look.email, look.profile) >= _MOST:
        return True
    # Columns slip: a list was met with the countries under 'Views avg.'.
    return look.country > 0.7 and look.filled > 5 and _MEASURED.search(header) is not None


def shape_of(look: Look, *, headless: bool) -> Field:
    """Return what cells look like. Names, figures and dates count only where there is no header to say more."""
    shapes = [(look.email, Field.EMAIL), (look.profile, Field.LINK), (look.country, Field.COUNTRY)]
    if headless:
        shapes += [(look.date, Field.DATE), (look.count, Field.FOLLOWERS)]
        shapes += [(look.handle, Field.HANDLE), (look.name, Field.NAME)]
    else:
        shapes += [(look.dotted, Field.HANDLE)]
    fitting = (field for share, field in shapes if share >= _MOST)
    return next(fitting, Field.KEEP) if look.filled else Field.IGNORE
