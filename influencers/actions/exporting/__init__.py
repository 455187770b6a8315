"""A list of advocates as a file: as filtered, safe in a spreadsheet, and read back by the import without a change."""

from influencers.actions.exporting.files import csv_lines, workbook
from influencers.actions.exporting.table import Sheet, sheet_of

__all__ = ["Sheet", "csv_lines", "sheet_of", "workbook"]
