"""From the bytes of a file to a table."""

from influencers.importing.errors import FileRefused
from influencers.importing.limits import MAX_BYTES
from influencers.importing.messages import Code, Message
from influencers.importing.reading.delimited import read_delimited
from influencers.importing.reading.header import Header
from influencers.importing.reading.kinds import kind_of
from influencers.importing.reading.vcards import read_vcards
from influencers.importing.reading.workbooks import read_workbook
from influencers.importing.table import Kind, Table


def read(data: bytes, file_name: str, *, encoding: str = "", header: Header = Header.FOUND) -> Table:
    """Read a file; `encoding` and `header` say what would else be found out.

    Raises FileRefused, with the line if known.
    """
    if len(data) > MAX_BYTES:
        raise FileRefused(
            Message(Code.TOO_LARGE, str(len(data) // 1024 // 1024), read_as=str(MAX_BYTES // 1024 // 1024))
        )
    kind = kind_of(data, file_name)
    if kind is Kind.XLSX:
        return read_workbook(data, file_name, header)
    if kind is Kind.VCARD:
        return read_vcards(data, file_name, encoding)
    return read_delimited(data, file_name, encoding, header)
