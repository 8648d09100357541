"""What an office confirms is kept up to date: standards reviewed every year, satisfaction measured every quarter."""

from collections.abc import Iterator
from datetime import timedelta

from generator.diagnostic import Code, Problem
from generator.model.layanan import Layanan
from generator.model.survei import Survei
from generator.rules.context import Context

TINJAUAN = Code(
    "tinjauan-usang",
    "Standar pelayanan lama tidak ditinjau",
    "Standar pelayanan satker yang datanya resmi ditinjau bersama masyarakat setidaknya setahun sekali. Tulis tinjauan "
    "terakhirnya di `ditinjau`.",
    severity="peringatan",
)
SURVEI = Code(
    "survei-usang",
    "Survei kepuasan terakhir sudah lama",
    "Satker yang datanya resmi mengukur kepuasan masyarakat setiap triwulan. Periode survei terakhirnya sudah lewat lebih dari "
    "100 hari.",
    severity="peringatan",
)
CODES = (TINJAUAN, SURVEI)
KEYS = frozenset({"ditinjau", "skm"})
FILES = frozenset({"satker.yml"})

_YEAR, _QUARTER = timedelta(days=366), timedelta(days=100)


def _is_official(context: Context) -> bool:
    """Say whether the satker has confirmed its data; drafts and examples may be old."""
    return context.satker is not None and context.satker.profil.status_data == "resmi"


def check_layanan(layanan: Layanan, context: Context) -> Iterator[Problem]:
    """Yield a review that is more than a year old."""
    if _is_official(context) and layanan.ditinjau and context.hari_ini - layanan.ditinjau.tanggal > _YEAR:
        message = f"ditinjau terakhir kali {layanan.ditinjau.tanggal}, lebih dari setahun yang lalu"
        hint = "tinjau lagi bersama masyarakat, lalu perbarui `ditinjau`"
        yield Problem(TINJAUAN, ("ditinjau", "tanggal"), message, hint)


def check_survei(survei: Survei, context: Context) -> Iterator[Problem]:
    """Yield the newest satisfaction survey if it is too old."""
    if not _is_official(context) or not survei.skm:
        return
    number, newest = max(enumerate(survei.skm), key=lambda item: item[1].periode.akhir)
    if context.hari_ini - newest.periode.akhir > _QUARTER:
        message = f"survei terakhir untuk periode {newest.periode}, yang sudah lewat lebih dari 100 hari"
        hint = "tambahkan hasil survei triwulan berikutnya"
        yield Problem(SURVEI, ("skm", number, "periode"), message, hint)
