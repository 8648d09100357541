"""What `zi check --since` leaves of the findings, and what it adds: loaded only for it, because git and the guard cost time."""

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.cli.common import WrongUse
from generator.cli.records import within
from generator.clock import build_day
from generator.diagnostic import Diagnostic
from generator.folder import BERSAMA
from generator.git import GitError, lay, touched
from generator.jaga import jaga, keadaan


def since(commit: str, records: Path, findings: tuple[Diagnostic, ...], paths: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """
    Return the errors, and the warnings of what changed since *commit*: those of other satker are not this author's.

    The addresses of then that are lost are among them.
    """
    try:
        names = touched(commit, records)
        with TemporaryDirectory(prefix="zi-alamat-") as folder:
            lay(commit, records, names | {BERSAMA}, Path(folder))
            lost = jaga(keadaan(Path(folder), names), keadaan(records, names), build_day())
    except GitError as error:
        raise WrongUse(f"{error}.") from error
    changed = tuple(records / name for name in names)
    mine = set(within(changed, findings)) if changed else set()
    return tuple(sorted({*(item for item in findings if item.is_error or item in mine), *within(paths, lost)}))
