"""A portal of any size: every satker has a full profile, channels, and twelve services of three kilobytes each."""

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVICES = 12
STEP = 5  # services further begins the next satker, so that neighbours differ
LEAST = 1500  # bytes of a standard that counts as full
ONE = "kantor-00001"
_TIME = re.compile(r"(?<=\njangka_waktu:\n  nilai: )\d+(?=\n  satuan: hari_kerja\n)")


def write(folder: Path, satker: int) -> None:
    """
    Write a portal of so many *satker*, without findings, to *folder*.

    No two records are the same, or who keeps what was read once would gain. Services are whole records that inherit no standard,
    so that all rivals read the same; no page lists similar services of other satker.
    """
    for name in ("content", "theme", "satker/_bersama"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    profile, services = _profile(), _services()
    for number in range(1, satker + 1):
        place = folder / f"satker/kantor-{number:05}"
        (place / "layanan").mkdir(parents=True)
        (place / "satker.yml").write_text(re.sub(r"(Kabupaten|Kankemenag) Contoh", rf"\1 Nomor {number}", profile), "utf-8")
        (place / "pengaduan.yml").write_text("kanal:\n  lapor: bersama\n  itjen: bersama\n", "utf-8")
        first = number * STEP % len(services)
        for slug, text in islice(cycle(services), first, first + SERVICES):
            record = f"{text}kompensasi: Permintaan maaf dari kantor nomor {number}.\n"
            (place / f"layanan/{slug}.yml").write_text(record, "utf-8")


def _profile() -> str:
    """Return the profile of the example as one that counts."""
    text = (ROOT / "satker/contoh/satker.yml").read_text("utf-8")
    text = re.sub(r"^alamat_(?:lama|dihapus):\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    return text.replace("kode_wilayah: 99.01", 'kode_wilayah: "17.08"').replace("status_data: contoh", "status_data: resmi")


def _services() -> list[tuple[str, str]]:
    paths = sorted((ROOT / "satker/_bersama/layanan").glob("*.yml"))
    texts = ((path.stem, path.read_text("utf-8")) for path in paths)
    return [(slug, text) for slug, text in texts if len(text.encode()) > LEAST]


def nothing(_folder: Path) -> None:
    """Edit nothing."""


def edit_record(folder: Path) -> None:
    """Make one service a day slower: its own page, that of its satker and the list of all services say so."""
    paths = sorted((folder / f"satker/{ONE}/layanan").glob("*.yml"))
    path = next(path for path in paths if _TIME.search(path.read_text("utf-8")))
    slower = _TIME.sub(lambda days: str(int(days[0]) + 1), path.read_text("utf-8"))
    path.write_text(slower, "utf-8")


def edit_template(folder: Path) -> None:
    """Let every page of a service end with one more word."""
    with (folder / "theme/fragments/layanan.html").open("a", encoding="utf-8") as template:
        template.write("<p>Disunting.</p>\n")
