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
    profile = (office / "satker.yml").read_text("utf-8")
    (office / "satker.yml").write_text(re.sub(r"^alamat_lama:.*\n(?:  .*\n)*", "", profile, flags=re.MULTILINE), "utf-8")
    for path in office.glob("inovasi/*.yml"):
        rewrite(path, nama=LONG, ringkasan=LONG)
    whole = office / "layanan/lengkap.yml"
    for number in range(1, SERVICES):
        copy = shutil.copy(whole, whole.with_name(f"lengkap-{number}.yml"))
        rewrite(Path(copy), nama=f"{LONG} {number}", ringkasan=LONG)
    return records


def rewrite(path: Path, **values: str) -> None:
    """Give keys of a record other texts."""
    text = path.read_text("utf-8")
    for key, value in values.items():
        text = re.sub(rf"^{key}:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE) + f"{key}: {value}\n"
    path.write_text(text, "utf-8")
