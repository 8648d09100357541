"""A portal with the longest and the emptiest records that the contract allows to be common."""

import re
import shutil
from pathlib import Path

from portal import PAGES, lay

SERVICES = 40
WORD = "Pertanggungjawabankeuangan"
LONG = " ".join(f"{WORD}{number}" for number in range(12))


def lay_extremes(folder: Path) -> Path:
    """Return the records of the tests' portal with an office more, whose names and texts are long and whose services are many."""
    records = lay(PAGES, folder)
    office = records / "panjang"
    shutil.copytree(records / "contoh", office)
    rewrite(office / "satker.yml", nama=LONG, nama_pendek=f"{WORD} {WORD}"[:40], ringkasan=LONG * 3, alamat=LONG)
    forget(office / "satker.yml", "alamat_lama")
    for path in office.glob("inovasi/*.yml"):
        rewrite(path, nama=LONG, ringkasan=LONG)
    whole = office / "layanan/lengkap.yml"
    for number in range(1, SERVICES):
        copy = shutil.copy(whole, whole.with_name(f"lengkap-{number}.yml"))
        rewrite(Path(copy), nama=f"{LONG} {number}", ringkasan=LONG)
        forget(Path(copy), "alamat_lama")
    return records


def forget(path: Path, key: str) -> None:
    """Take a key out of a record."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(rf"^{key}:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE), "utf-8")


def rewrite(path: Path, **values: str) -> None:
    """Give keys of a record other texts."""
    for key, value in values.items():
        forget(path, key)
        path.write_text(path.read_text("utf-8") + f"{key}: {value}\n", "utf-8")
