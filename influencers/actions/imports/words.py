"""What the importer has to say, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from influencers.importing import Code, FileRefused, Message
from influencers.refusals import Refused

WORDS: Mapping[Code, LazyText | str] = {
    Code.TOO_LARGE: _("The file has %(value)s MB; at most %(read_as)s MB can be imported at once. Split it."),
    Code.TOO_MANY_ROWS: _("The file has more than %(read_as)s rows. Split it."),
    Code.UNPACKS_TOO_LARGE: _(
        "The workbook unpacks to more than %(read_as)s MB. Save the people alone as CSV."
    ),
    Code.BINARY: _(
        "This is not a text file, whatever its name says. CSV, XLSX and vCard files can be imported."
    ),
    Code.IS_A_WORKBOOK: _("This is an Excel workbook called .%(value)s. Rename it to end in .xlsx."),
    Code.IS_A_ZIP: _("This is a ZIP archive called .%(value)s. Unpack it and import the file inside."),
    Code.OLD_WORKBOOK: _("This is an old Excel file (.xls). Save it as .xlsx or CSV."),
    Code.NOT_A_WORKBOOK: _(
        "This file is called .xlsx but is no workbook. If it is text, rename it to end in .csv."
    ),
    Code.BROKEN_WORKBOOK: _(
        "This workbook is damaged and cannot be opened. Save it again, or save it as CSV."
    ),
    Code.IS_A_VCARD: _("This is a vCard. Rename it to end in .vcf."),
    Code.NOT_A_VCARD: _("This file is called .vcf but holds no vCard."),
    Code.IS_A_CALENDAR: _("This is a calendar, not a list of people."),
    Code.UNKNOWN_ENCODING: _("The file cannot be read as %(value)s. Choose another encoding."),
    Code.OPEN_QUOTE: _(
        "The quotation mark that opens in line %(line)s is never closed, so it cannot be told where the row ends. "
        "Nothing was imported. Close it, or take it out."
    ),
    Code.TOO_MANY_COLUMNS: _("Line %(line)s has %(value)s columns; at most %(read_as)s can be read."),
    Code.EMPTY_FILE: _("The file is empty."),
    Code.ONLY_A_HEADER: _("The file has a header and nobody below it."),
    Code.NO_HEADER: _("The file has no header. Say what each column is; the first row is somebody, too."),
    Code.PREAMBLE: _("The header is in line %(line)s; what stands before it was left out."),
    Code.READ_AS_ENCODING: _(
        "The file is not in UTF-8 and was read as %(read_as)s. Look at the letters below."
    ),
    Code.OTHER_SHEETS: _("Only the first sheet that holds anything was read, not these: %(value)s."),
    Code.DATE_ORDER_FOUND: _(
        "Other dates in this file show in which order day and month stand (%(read_as)s)."
    ),
    Code.DATE_ORDER_UNKNOWN: _(
        "Some dates may be two days (03/04/2026). Say whether the day or the month is first."
    ),
    Code.PLATFORM_UNKNOWN: _(
        "The file does not say on which platform the handles are. Choose it, or they stay “Other”."
    ),
    Code.FOLLOWERS_OF_WHICH: _(
        "It cannot be told which account has %(value)s followers; kept with the other columns."
    ),
    Code.HEADER_CONTRADICTED: _("The cells of this column are something else than its header says."),
    Code.BLANK_ROW: _("An empty row."),
    Code.REPEATED_HEADER: _("The header once more."),
    Code.TOTALS_ROW: _("A row of totals."),
    Code.NOBODY: _("Nobody: no name, handle or e-mail address that can be read (%(value)s)."),
    Code.FORGOTTEN: _("Somebody of this handle or address was erased here, and is not brought back."),
    Code.BAD_BYTES: _("This row holds bytes that are no letters in any encoding we know: %(value)s"),
    Code.BAD_QUOTE: _("A quotation mark in this row is not closed where it should be: %(value)s"),
    Code.BROKEN_CARD: _("This card is damaged: %(value)s"),
    Code.SAME_AS_LINE: _("The same person as in line %(line)s."),
    Code.TWO_PEOPLE: _(
        "This row points at more than one person: %(read_as)s. Merge them first, or correct the row."
    ),
    Code.EMAIL_IS_ANOTHERS: _(
        "%(value)s is the address of %(read_as)s, and nothing else in this row is theirs."
    ),
    Code.EMAIL_LEFT_OUT: _("%(value)s is already the address of %(read_as)s and was left out."),
    Code.SAME_CHANNEL: _("@%(value)s was taken for the channel that %(read_as)s is known by."),
    Code.ONLY_A_NAME: _(
        "%(value)s is known already, and the row has no handle or e-mail address to tell whether it is them."
    ),
    Code.ROW_READ_AS_ENCODING: _(
        "This row is in another encoding than the file and was read as %(read_as)s: %(value)s"
    ),
    Code.JOINED_NAME: _("There was a cell too many; “%(value)s” was taken for one."),
    Code.JOINED_COUNT: _("There was a cell too many; “%(value)s” was taken for one number."),
    Code.EXTRA_CELLS: _("There are more cells than columns; kept without a title: %(value)s"),
    Code.NAME_TURNED: _("“%(value)s” was read as “%(read_as)s”."),
    Code.NAME_SHORTENED: _("The name was cut after %(read_as)s letters; the whole of it is in the notes."),
    Code.NAME_IS_AN_ERROR: _("%(value)s is a spreadsheet's error and no name."),
    Code.NAME_LOST_LETTERS: _("“%(value)s” lost letters before this file was made."),
    Code.NAME_FROM_HANDLE: _("No name: the handle %(value)s stands for it."),
    Code.NAME_FROM_EMAIL: _("No name: the address %(value)s stands for it."),
    Code.INVISIBLE_REMOVED: _("Letters that do not show were taken out of “%(value)s”."),
    Code.NUL_REMOVED: _("A NUL character was taken out of “%(value)s”."),
    Code.COUNT_UNREADABLE: _("%(column)s: “%(value)s” is no number that can be read; it stays unknown."),
    Code.COUNT_APPROXIMATE: _("%(column)s: “%(value)s” was read as %(read_as)s."),
    Code.COUNTS_DISAGREE: _("%(column)s: the columns disagree (%(value)s); it stays unknown."),
    Code.DATE_AMBIGUOUS: _(
        "%(column)s: “%(value)s” may be two days. Say whether the day or the month is first."
    ),
    Code.DATE_IMPOSSIBLE: _("%(column)s: “%(value)s” is no date."),
    Code.DATE_IMPLAUSIBLE: _("%(column)s: “%(value)s” is a date that can hardly be meant."),
    Code.DATE_GUESSED: _("%(column)s: “%(value)s” was read as %(read_as)s."),
    Code.HANDLE_UNREADABLE: _("%(column)s: “%(value)s” is no handle."),
    Code.LINK_NOT_A_PROFILE: _("%(column)s: “%(value)s” is not the address of somebody's page."),
    Code.EMAIL_INVALID: _("%(column)s: “%(value)s” is no e-mail address."),
    Code.EMAIL_MENDED: _("%(column)s: “%(value)s” was read as %(read_as)s."),
    Code.WEBSITE_REFUSED: _("%(column)s: “%(value)s” is no address of a website."),
    Code.PHONE_DAMAGED: _("%(column)s: “%(value)s” lost digits in a spreadsheet."),
    Code.SHORTENED: _("%(column)s was cut after %(read_as)s letters."),
}


def say(message: Message) -> str:
    """Return what a message says, in the reader's language."""
    values = {
        "value": message.value,
        "column": message.column,
        "read_as": message.read_as,
        "line": message.line,
    }
    return str(WORDS[message.code]) % values


def refused(problem: FileRefused) -> Refused:
    """Return the refusal of a whole file."""
    return Refused(say(problem.message), field="file")
