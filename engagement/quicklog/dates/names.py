"""Names of weekdays, months and small numbers in English and German, in small letters."""

WEEKDAYS = {
    "monday": 0, "mon": 0, "montag": 0,
    "tuesday": 1, "tues": 1, "tue": 1, "dienstag": 1,
    "wednesday": 2, "weds": 2, "wed": 2, "mittwoch": 2,
    "thursday": 3, "thurs": 3, "thur": 3, "thu": 3, "donnerstag": 3,
    "friday": 4, "fri": 4, "freitag": 4,
    "saturday": 5, "sat": 5, "samstag": 5, "sonnabend": 5,
    "sunday": 6, "sun": 6, "sonntag": 6,
}  # fmt: skip

# Two letters are also words: they count only after a preposition, and 'so' never ('I am so …').
SHORT_WEEKDAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5}

MONTHS = {
    "january": 1, "januar": 1, "jänner": 1, "jan": 1,
    "february": 2, "februar": 2, "feb": 2,
    "march": 3, "märz": 3, "maerz": 3, "mar": 3, "mär": 3,
    "april": 4, "apr": 4,
    "may": 5, "mai": 5,
    "june": 6, "juni": 6, "jun": 6,
    "july": 7, "juli": 7, "jul": 7,
    "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oktober": 10, "oct": 10, "okt": 10,
    "november": 11, "nov": 11,
    "december": 12, "dezember": 12, "dec": 12, "dez": 12,
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "ein": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1,
    "two": 2, "zwei": 2, "couple of": 2, "a couple of": 2, "three": 3, "drei": 3, "four": 4, "vier": 4,
    "five": 5, "fünf": 5, "six": 6, "sechs": 6, "seven": 7, "sieben": 7, "eight": 8, "acht": 8,
    "nine": 9, "neun": 9, "ten": 10, "zehn": 10,
}  # fmt: skip


def one_of(names: dict[str, int]) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


def number(words: str) -> int:
    """A count in figures or in words."""
    return NUMBERS[words] if words in NUMBERS else int(words)
