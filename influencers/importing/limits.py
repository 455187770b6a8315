"""How much an import may hold; a file beyond is refused, never cut. The manual is docs/use/import-and-export.md."""

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_UNPACKED = 200 * 1024 * 1024  # of a workbook, which is a ZIP
MAX_PACKING = 200  # a workbook's XML packs about 10 to 30 times; more than this is made to hurt

MAX_NAME = 200
MAX_SHORT = 80  # nickname, country
MAX_HANDLE = 200
MAX_CITY = 120
MAX_LINE = 200  # company
MAX_TOPICS = 300
MAX_ADDRESS = 1000
MAX_URL = 500
MAX_EMAIL = 320
MAX_NOTES = 300_000
MAX_TAG = 60
