"""What a proposal (a pull request) may change, judged by its paths, modes and sizes before any of its files is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator import codes
from generator.diagnostic import Code, Diagnostic, Severity
from generator.folder import BERSAMA
from generator.isi import MAX_BYTES as MAX_ATTACHMENT
from generator.mirip import strange
from generator.read import MAX_BYTES, MAX_FINDINGS
from generator.rules import berkas

MAX_FILES = 300
MAX_MIB = 100
MAX_NAMED = 3

NAMA = Code(
    "usulan-nama-berkas",
    "Nama berkas yang menipu",
    "Nama berkas atau folder dalam usulan tidak boleh memuat `..`, garis miring terbalik, folder `.git`, karakter yang tidak "
    "terlihat, atau huruf yang hanya mirip huruf Latin. Nama seperti itu dapat menunjuk ke tempat lain daripada yang terbaca.",
)
HANYA_PENGELOLA = Code(
    "usulan-hanya-pengelola",
    "Hanya untuk pengelola portal",
    "Usulan satker hanya mengubah folder satkernya sendiri. Isi di luar folder satker/ (aturan, tampilan, alur kerja), rekaman "
    "bersama di satker/_bersama/, dan penghapusan satker diusulkan oleh pengelola portal.",
)
BUKAN_PENYUNTING = Code(
    "usulan-bukan-penyunting",
    "Pengusul bukan penyunting satker ini",
    "satker.yml yang sudah terbit mempunyai kunci `penyunting`, dan hanya akun GitHub di daftar itu serta pengelola portal yang "
    "dapat mengusulkan perubahan untuk satker ini. Daftar di dalam usulan itu sendiri tidak dihitung.",
)
TERLALU_BANYAK = Code(
    "usulan-terlalu-banyak",
    "Usulan terlalu besar",
    f"Satu usulan mengubah paling banyak {MAX_FILES} berkas dan {MAX_MIB} MiB, supaya masih dapat diperiksa orang. Bagi menjadi "
    "beberapa usulan, misalnya satu satker satu usulan.",
)
CODES = (NAMA, HANYA_PENGELOLA, BUKAN_PENYUNTING, TERLALU_BANYAK)

_MISLEADING = {"", ".", "..", ".git", "git~1"}
_KINDS = {"120000": "tautan simbolik", "160000": "repositori lain (submodul)", "100755": "berkas yang dapat dijalankan"}


@dataclass(frozen=True, order=True, slots=True)
class Perubahan:
    """One file that differs; *mode* is the one git keeps, empty for a file that is removed, and *ukuran* its bytes."""

    path: str
    mode: str = "100644"
    ukuran: int = 0


@dataclass(frozen=True, slots=True)
class Usulan:
    """
    What somebody proposes, and who may propose what.

    *pengelola* and *penyunting* are GitHub logins; a satker that is not in *penyunting* may be changed by anybody. All of it but
    *perubahan* comes from the branch that is to take the proposal, so that a proposal never says what it may do itself.
    """

    perubahan: tuple[Perubahan, ...]
    pengusul: str
    pengelola: frozenset[str]
    penyunting: Mapping[str, frozenset[str]]
    records: str = "satker"

    @property
    def is_pengelola(self) -> bool:
        """Say whether a maintainer of the portal proposes."""
        return self.pengusul.casefold() in _folded(self.pengelola)

    def below(self, path: str) -> str:
        """Return *path* below the folder of the records, or an empty text."""
        return path.removeprefix(f"{self.records}/") if path.startswith(f"{self.records}/") else ""


def maintainers(codeowners: str) -> frozenset[str]:
    """Return the logins that own everything (``*``) in a CODEOWNERS; teams do not count: only GitHub knows who is in them."""
    owners: list[str] = []
    for line in codeowners.splitlines():
        pattern, *named = line.partition("#")[0].split() or [""]
        owners = named if pattern == "*" else owners
    return frozenset(owner.removeprefix("@") for owner in owners if owner.startswith("@") and "/" not in owner)


def judge_usulan(usulan: Usulan) -> tuple[Diagnostic, ...]:
    """Return what stands against *usulan*, sorted by path; empty or warnings only where its files may be read."""
    named = [_name(change.path) for change in usulan.perubahan]
    sound = [change for change, problem in zip(usulan.perubahan, named, strict=True) if problem is None]
    inside = [change for change in sound if usulan.below(change.path) or change.path == usulan.records]
    found = [*filter(None, named), *_kinds(inside), *_sizes(inside), *_rights(usulan, sound), *_amount(usulan)]
    found.sort()
    more = len(found) - MAX_FINDINGS
    if more > 0:
        found[MAX_FINDINGS:] = [_finding(found[MAX_FINDINGS - 1].path, codes.TEMUAN_LAIN, f"masih ada {more} temuan lain", "")]
    return tuple(found)


def _name(path: str) -> Diagnostic | None:
    if path.isprintable() and not strange(path) and "\\" not in path and _MISLEADING.isdisjoint(path.casefold().split("/")):
        return None
    hint = "ganti namanya: huruf, angka, titik, garis bawah, dan tanda hubung"
    return _finding(path, NAMA, f"nama berkas ini tidak diterima{strange(path)}, jadi isinya tidak dibaca", hint)


def _kinds(changes: Iterable[Perubahan]) -> Iterator[Diagnostic]:
    for change in changes:
        if kind := _KINDS.get(change.mode):
            hint = "hapus, lalu unggah berkas aslinya melalui situs GitHub"
            yield _finding(change.path, codes.BUKAN_BERKAS_BIASA, f"ini {kind}, bukan berkas biasa", hint)


def _sizes(changes: Iterable[Perubahan]) -> Iterator[Diagnostic]:
    for change in changes:
        is_record = change.path.endswith(".yml")
        code, most = (codes.TERLALU_BESAR, MAX_BYTES) if is_record else (berkas.TERLALU_BESAR, MAX_ATTACHMENT)
        if change.ukuran > most:
            size, limit = _kib(change.ukuran), _kib(most)
            hint = "pendekkan teksnya, atau bagi menjadi beberapa rekaman" if is_record else "perkecil, atau bagi berkasnya"
            yield _finding(change.path, code, f"berkas ini {size}; batasnya {limit}, jadi isinya tidak dibaca", hint)


def _rights(usulan: Usulan, changes: Iterable[Perubahan]) -> Iterator[Diagnostic]:
    """Yield at most one finding for each satker, and for each folder that is none."""

    def owner(change: Perubahan) -> tuple[bool, str]:
        below = usulan.below(change.path)
        return not below, (below or change.path).partition("/")[0]

    for (is_outside, name), group in groupby(sorted(changes, key=owner), key=owner):
        together = sorted(group)
        if is_outside or name == BERSAMA:
            yield _reserved(usulan, together)
        elif not usulan.is_pengelola:
            yield from _own(usulan, name, together)


def _reserved(usulan: Usulan, changes: list[Perubahan]) -> Diagnostic:
    """Return the finding of *changes* that only maintainers make: an error, or for them a call to look closely."""
    named = ", ".join(change.path for change in changes[:MAX_NAMED])
    others = f", dan {len(changes) - MAX_NAMED} lainnya" if len(changes) > MAX_NAMED else ""
    if usulan.is_pengelola:
        message = f"mengubah portal untuk semua satker: {named}{others}"
        return _finding(changes[0].path, HANYA_PENGELOLA, message, "tinjau baris demi baris sebelum digabung", "peringatan")
    message = f"hanya pengelola portal yang dapat mengusulkan ini: {named}{others}"
    hint = "kembalikan berkas itu seperti semula, dan sampaikan keperluannya kepada pengelola portal"
    return _finding(changes[0].path, HANYA_PENGELOLA, message, hint)


def _own(usulan: Usulan, satker: str, changes: list[Perubahan]) -> Iterator[Diagnostic]:
    """Yield why this proposer may not make *changes* to a satker."""
    editors = usulan.penyunting.get(satker)
    if editors is not None and usulan.pengusul.casefold() not in _folded(editors):
        message = f"akun `{usulan.pengusul}` tidak ada di `penyunting` satker `{satker}`"
        hint = f"minta penyuntingnya mengusulkan ini: {', '.join(sorted(editors))}" if editors else "hubungi pengelola portal"
        yield _finding(changes[0].path, BUKAN_PENYUNTING, message, hint)
    profile = f"{usulan.records}/{satker}/satker.yml"
    if Perubahan(profile, "") in changes:
        hint = "kembalikan satker.yml; kalau satkernya memang bubar atau berganti nama, hubungi pengelola portal"
        yield _finding(profile, HANYA_PENGELOLA, f"satker `{satker}` akan hilang dari portal", hint)


def _amount(usulan: Usulan) -> Iterator[Diagnostic]:
    files, size = len(usulan.perubahan), sum(change.ukuran for change in usulan.perubahan)
    if not usulan.is_pengelola and (files > MAX_FILES or size > MAX_MIB * 1024 * 1024):
        message = f"usulan ini mengubah {files} berkas, {_kib(size)}; batasnya {MAX_FILES} berkas dan {MAX_MIB} MiB"
        yield _finding(usulan.records, TERLALU_BANYAK, message, "bagi menjadi beberapa usulan")


def _kib(size: int) -> str:
    """Return *size* in round units, rounded up, so that what is past a limit looks so."""
    unit, name = (1024 * 1024, "MiB") if size >= 1024 * 1024 else (1024, "KiB")
    return f"{-(-size * 10 // unit) / 10:g} {name}".replace(".", ",")


def _folded(logins: Iterable[str]) -> frozenset[str]:
    return frozenset(login.strip().removeprefix("@").casefold() for login in logins)


def _finding(path: str, code: Code, message: str, hint: str, severity: Severity = "galat") -> Diagnostic:
    return Diagnostic(path, 1, 1, code.code, severity, message, hint)
