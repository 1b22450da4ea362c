"""Workbooks: the sheet "2022" of events.xlsx, whose row 7 is line 7. `022` that is a text stays one; dates are days.

The values of formulas are those that the program saved which wrote the file. Needs python-calamine.
"""

from __future__ import annotations

from pathlib import Path

from checker.inputs.limits import MOST_CELLS
from checker.inputs.rows import chosen, needs, unreadable
from checker.inputs.tables import read_rendered, rendered
from checker.inputs.workbooks import unfit
from checker.model import Document

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
DATASET = True
ROWS_BY = "table"


def read(document: Document) -> Document:
    """The rows of the text that has been made of a sheet."""
    return read_rendered(document)


def as_text(path: Path, table: str) -> str:
    """The sheet of that name, or the only one, as lines of cells. Raises CheckerError."""
    try:
        import python_calamine
    except ImportError:
        raise needs(path, "xlsx", "python-calamine") from None
    if reason := unfit(path):
        raise unreadable(path, reason)
    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
            name = chosen(path, table, book.sheet_names, "sheet")
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise unreadable(path, f"a sheet of more than {MOST_CELLS:,} cells")
            return rendered(sheet.to_python(skip_empty_area=False))
    except (python_calamine.CalamineError, OSError) as error:
        raise unreadable(path, f"no workbook, or a damaged one ({error})") from None
