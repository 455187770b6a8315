"""Have openpyxl do without numpy, which it takes along wherever it is installed.

Only the fairness page computes with it (`engagement.insights.fairness.regression`); a tenth of a second and 25 MB are
too much for each web process, worker and scheduler that writes tables of plain numbers. Imported for its effect, first.
"""

import sys

if "numpy" not in sys.modules:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # as if it were not installed
    import openpyxl  # noqa: F401

    del sys.modules["numpy"]
