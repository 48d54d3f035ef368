"""Why a whole file is refused: each says what to do, and nothing is changed."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class BadFile(DomainError):
    """The file cannot be read as a table of one of the known kinds."""

    field = "file"


class NoSuchFile(BadFile):
    sentence = N_("There is no file {name}. Check its name and folder.")


class UnknownFileType(BadFile):
    sentence = N_("{name} is not a table. Give a CSV file or an Excel workbook (.xlsx).")


class NotWhatItsNameSays(BadFile):
    sentence = N_(
        "{name} holds {found}, which its name does not say. "
        "Save the table as CSV or as an Excel workbook (.xlsx) and import that."
    )


class FileTooLarge(BadFile):
    sentence = N_("{name} has {size} MB and the most is {most} MB. Split it into several files.")


class EmptyFile(BadFile):
    sentence = N_("{name} is empty. Export it again.")


class HeaderOnly(BadFile):
    sentence = N_("{name} has column headers and no rows below them. Export it again.")


class UnknownEncoding(BadFile):
    sentence = N_(
        "Line {line} of {name} holds characters that cannot be read. "
        "Save the file as “CSV UTF-8” and import that."
    )


class NullBytes(BadFile):
    sentence = N_(
        "Line {line} of {name} holds null bytes, so the file is damaged or not a "
        "table. Export it again."
    )


class BrokenQuotes(BadFile):
    sentence = N_(
        "Line {line} of {name}: a quotation mark is opened and not closed, or stands "
        "inside a cell alone. Close it, or write it twice."
    )


class CellFarTooLong(BadFile):
    sentence = N_(
        "Line {line} of {name}: a cell has more than {most} characters. Look there for "
        "a quotation mark that is not closed, or shorten the cell."
    )


class TooManyColumns(BadFile):
    sentence = N_("{name} has {count} columns and the most is {most}.")


class DamagedWorkbook(BadFile):
    sentence = N_(
        "{name} cannot be opened as an Excel workbook. Open it in Excel, save it as "
        ".xlsx and import that."
    )


class WorkbookTooLarge(BadFile):
    sentence = N_("{name} unpacks to more than {most} MB. Save the table as CSV and import that.")


class HeaderEmpty(BadFile):
    sentence = N_(
        "Line {line} should hold the column headers and cell {position} of it is empty. "
        "Give every column a header."
    )


class HeaderTwice(BadFile):
    sentence = N_("Two columns are headed {header} ({first} and {second}). Remove or rename one.")


class ColumnTwice(BadFile):
    sentence = N_(
        "The columns {first} and {second} both mean {column}. Remove one, or leave it "
        "out with --map “{second}=ignore”."
    )


class MissingColumn(BadFile):
    sentence = N_(
        "A column is missing: {column}. Add it, or say which column holds it with "
        "--map “Their header={column}”."
    )


class MissingColumnLike(BadFile):
    sentence = N_(
        "A column is missing: {column}. Did you mean {like}? If so, add --map “{like}={column}”."
    )


class UnknownColumn(BadFile):
    sentence = N_(
        "The column {header} is not known. Remove it, or leave it out with --map “{header}=ignore”."
    )


class UnknownColumnLike(BadFile):
    sentence = N_(
        "The column {header} is not known. Did you mean {like}? If so, add --map “{header}={like}”."
    )


class UnknownKind(BadFile):
    sentence = N_(
        "The columns of {name} are not those of awards, units or qualifications. "
        "The headers found are: {headers}."
    )


class BadMapping(BadFile):
    sentence = N_(
        "“{pair}” does not say which column is meant. Write it as “Their header=our_column”."
    )


class MappedHeaderMissing(BadFile):
    sentence = N_("There is no column {header} in {name}, which --map names.")


class MappedColumnUnknown(BadFile):
    sentence = N_("{column} is not a column of ours. The nearest is {like}.")


class RecordsChanged(BadFile):
    sentence = N_(
        "The records were changed by somebody else while the file was being checked. "
        "Nothing was imported: run the import again."
    )
