"""A person as a file tells of them, put together from all the rows that are them."""

from dataclasses import dataclass, field

from influencers.actions.imports.known import Known
from influencers.importing import AccountRow, PersonRow
from influencers.importing.values.emails import email_key
from influencers.importing.values.names import name_key
from influencers.importing.values.phones import phone_key


@dataclass(slots=True, eq=False)
class Somebody:
    """One person of the file. `known` is who they are in the program, None for somebody new.

    `line` is the first row that is them, 0 before there is one.
    """

    line: int
    name: str
    name_stands_in: bool
    known: Known | None = None
    facts: dict[str, str] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)
    accounts: dict[tuple[str, str], AccountRow] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    advocate_id: int | None = None  # once they are written

    def absorb(self, row: PersonRow, *, without: frozenset[str] = frozenset()) -> None:
        """Add what another row says of them. What an earlier row said stands. `without` are e-mails of others."""
        if self.name_stands_in and not row.name_stands_in:
            self.name, self.name_stands_in = row.name, False
        for name, text in row.facts.items():
            self.facts.setdefault(name, text)
        for address in row.emails:
            if email_key(address) not in without:
                self.emails.setdefault(email_key(address), address)
        for number in row.phones:
            self.phones.setdefault(phone_key(number) or number, number)
        for account in row.accounts:
            before = self.accounts.setdefault(account.key, account)
            if before.followers is None and account.followers is not None:
                self.accounts[account.key] = account
        for tag in row.tags:
            self.tags.setdefault(tag.casefold(), tag)
        for title, text in row.extra.items():
            self.extra.setdefault(title, text)

    def be_done(self) -> None:
        """Keep only the key of somebody of whom nothing more is to be written: a long file has many."""
        if self.known:
            self.advocate_id, self.known = self.known.advocate.pk, None

    @property
    def called(self) -> str:
        """The name they are known by: in the program, else in the file."""
        return self.known.advocate.name if self.known else self.name

    @property
    def names(self) -> list[str]:
        """Return the names they go by: in the file, and in the program."""
        return [self.name] + ([self.known.advocate.name, self.known.advocate.nickname] if self.known else [])

    @property
    def has_no_marks(self) -> bool:
        """Whether nothing but their name tells who they are."""
        return not (
            self.emails or self.accounts or (self.known and (self.known.emails or self.known.accounts))
        )

    def may_be_called(self, row: PersonRow) -> bool:
        """Whether the row's name may be theirs: a word in common, or a name that only stands in."""
        if row.name_stands_in or self.name_stands_in:
            return True
        words = set(name_key(row.name).replace(",", " ").split())
        return any(words & set(name_key(name).replace(",", " ").split()) for name in self.names if name)
