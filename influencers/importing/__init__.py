"""From a file somebody has to the people in it. Plain Python: no database, no Django.

`read(data, file_name)` gives a Table, `guess(table)` says what each column is, `people_in(table, mapping)`
gives every row one end: a person, unreadable, or skipped, the last two with the reason.
"""

from influencers.importing.errors import FileRefused
from influencers.importing.mapping.guess import guess
from influencers.importing.mapping.mapping import Column, Mapping, Why
from influencers.importing.mapping.targets import Field, Target
from influencers.importing.messages import Code, Message
from influencers.importing.people import Reading, people_in
from influencers.importing.reading import read
from influencers.importing.rows import AccountRow, PersonRow, Unreadable
from influencers.importing.table import Skipped, Table

__all__ = [
    "AccountRow",
    "Code",
    "Column",
    "Field",
    "FileRefused",
    "Mapping",
    "Message",
    "PersonRow",
    "Reading",
    "Skipped",
    "Table",
    "Target",
    "Unreadable",
    "Why",
    "guess",
    "people_in",
    "read",
]
