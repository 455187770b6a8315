"""What the importer has to say about a file, a row or a cell: as data, put into words where people read it."""

import enum
from dataclasses import dataclass, replace

LONGEST_QUOTE = 80


class Code(enum.StrEnum):
    """Everything there is to say. The words are in `influencers/actions/imports/words.py`."""

    # The file is refused; nothing of it is imported.
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    BINARY = "binary"
    IS_A_WORKBOOK = "is_a_workbook"
    IS_A_ZIP = "is_a_zip"
    OLD_WORKBOOK = "old_workbook"
    NOT_A_WORKBOOK = "not_a_workbook"
    BROKEN_WORKBOOK = "broken_workbook"
    IS_A_VCARD = "is_a_vcard"
    NOT_A_VCARD = "not_a_vcard"
    IS_A_CALENDAR = "is_a_calendar"
    UNKNOWN_ENCODING = "unknown_encoding"
    OPEN_QUOTE = "open_quote"
    TOO_MANY_COLUMNS = "too_many_columns"
    # About the whole file.
    EMPTY_FILE = "empty_file"
    ONLY_A_HEADER = "only_a_header"
    NO_HEADER = "no_header"
    PREAMBLE = "preamble"
    READ_AS_ENCODING = "read_as_encoding"
    OTHER_SHEETS = "other_sheets"
    DATE_ORDER_FOUND = "date_order_found"
    DATE_ORDER_UNKNOWN = "date_order_unknown"
    PLATFORM_UNKNOWN = "platform_unknown"
    FOLLOWERS_OF_WHICH = "followers_of_which"
    HEADER_CONTRADICTED = "header_contradicted"
    # Why a row is not a person.
    BLANK_ROW = "blank_row"
    REPEATED_HEADER = "repeated_header"
    TOTALS_ROW = "totals_row"
    NOBODY = "nobody"
    FORGOTTEN = "forgotten"
    BAD_BYTES = "bad_bytes"
    BAD_QUOTE = "bad_quote"
    BROKEN_CARD = "broken_card"
    # About who a row is.
    SAME_AS_LINE = "same_as_line"
    TWO_PEOPLE = "two_people"
    EMAIL_IS_ANOTHERS = "email_is_anothers"
    EMAIL_LEFT_OUT = "email_left_out"
    SAME_CHANNEL = "same_channel"
    ONLY_A_NAME = "only_a_name"
    # About a cell that could be read, or in part.
    ROW_READ_AS_ENCODING = "row_read_as_encoding"
    JOINED_NAME = "joined_name"
    JOINED_COUNT = "joined_count"
    EXTRA_CELLS = "extra_cells"
    NAME_TURNED = "name_turned"
    NAME_SHORTENED = "name_shortened"
    NAME_IS_AN_ERROR = "name_is_an_error"
    NAME_LOST_LETTERS = "name_lost_letters"
    NAME_FROM_HANDLE = "name_from_handle"
    NAME_FROM_EMAIL = "name_from_email"
    INVISIBLE_REMOVED = "invisible_removed"
    NUL_REMOVED = "nul_removed"
    COUNT_UNREADABLE = "count_unreadable"
    COUNT_APPROXIMATE = "count_approximate"
    COUNTS_DISAGREE = "counts_disagree"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_IMPLAUSIBLE = "date_implausible"
    DATE_GUESSED = "date_guessed"
    HANDLE_UNREADABLE = "handle_unreadable"
    LINK_NOT_A_PROFILE = "link_not_a_profile"
    EMAIL_INVALID = "email_invalid"
    EMAIL_MENDED = "email_mended"
    WEBSITE_REFUSED = "website_refused"
    PHONE_DAMAGED = "phone_damaged"
    SHORTENED = "shortened"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say: about `value` as written in `column`, perhaps `read_as` something, perhaps at a `line`."""

    code: Code
    value: str = ""
    column: str = ""
    read_as: str = ""
    line: int = 0

    def __post_init__(self) -> None:
        if len(self.value) > LONGEST_QUOTE:
            object.__setattr__(self, "value", self.value[: LONGEST_QUOTE - 1] + "…")

    def as_dict(self) -> dict[str, str | int]:
        """Return what is said, for storing as JSON; what says nothing is left out."""
        said = {"code": self.code.value, "value": self.value, "column": self.column, "read_as": self.read_as}
        found: dict[str, str | int] = {name: text for name, text in said.items() if text}
        return {**found, "line": self.line} if self.line else found

    @classmethod
    def from_dict(cls, said: dict[str, str | int]) -> "Message":
        """Return what `as_dict` made a dictionary of."""
        texts = {name: str(said.get(name, "")) for name in ("value", "column", "read_as")}
        return cls(Code(str(said["code"])), line=int(said.get("line", 0)), **texts)

    def about(self, column: str) -> "Message":
        """Return the same, said of `column`."""
        return replace(self, column=column)
