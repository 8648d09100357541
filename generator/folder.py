"""The records on disk: which files a folder may hold, and their bytes."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator import codes
from generator.diagnostic import Code, Diagnostic
from generator.mirip import strange
from generator.model.satker import Lampiran
from generator.model.scalar import MAX_SLUG, SLUG, as_slug
from generator.read import MAX_BYTES, MAX_FINDINGS
from generator.syntax import MAX_DEPTH
from generator.validate import nearest

BERSAMA = "_bersama"
FILES = ("satker.yml", "motto.yml", "pengaduan.yml", "zi.yml", "survei.yml", "informasi.yml")
FOLDERS = ("layanan", "inovasi", "berkas")
FILES_BERSAMA = ("hukum.yml", "kanal.yml", "kategori.yml", "dihapus.yml")
FOLDERS_BERSAMA = ("layanan",)


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of records: the names of its records and its attachments, both in order and with ``/``."""

    name: str
    records: tuple[str, ...]
    berkas: dict[str, Lampiran]


def has_bersama(root: Path) -> bool:
    """Say whether *root* has a folder of shared records, and not only a link with its name."""
    path = root / BERSAMA
    return path.is_dir() and not path.is_symlink()


def list_folders(root: Path) -> tuple[list[str], list[Diagnostic]]:
    """Return the names of the satker's folders below *root*, sorted, without ``_bersama``."""
    names, findings = [], []
    for entry in _entries(root):
        path = f"{root.as_posix()}/{entry.name}"
        if not (_is_folder(entry) or _is_file(entry)):
            findings.append(_unknown(path, entry, ()))
        elif not _is_folder(entry):
            hint = "rekaman berada di dalam folder satker, misalnya satker/kankemenag-contoh/satker.yml"
            findings.append(_finding(path, codes.BERKAS_TAK_DIKENAL, f"berkas `{entry.name}` tidak dikenal di sini", hint))
        elif entry.name == BERSAMA:
            continue
        elif _is_slug(entry.name):
            names.append(entry.name)
        else:
            message = f"nama folder `{entry.name}` tidak dapat menjadi alamat{strange(entry.name)}"
            findings.append(_finding(path, codes.NAMA_FOLDER, message, _renamed(entry.name)))
    return names, bounded(findings, root.as_posix())


def list_files(root: Path, name: str) -> tuple[Folder, list[Diagnostic]]:
    """Return what the folder *name* holds, with a finding for everything it may not hold."""
    files, folders = (FILES_BERSAMA, FOLDERS_BERSAMA) if name == BERSAMA else (FILES, FOLDERS)
    records, findings = [], []
    berkas: dict[str, Lampiran] = {}
    base = f"{root.as_posix()}/{name}"
    for entry in _entries(root / name):
        if _is_file(entry) and entry.name in files:
            records.append(entry.name)
        elif not _is_folder(entry) or entry.name not in folders:
            findings.append(_unknown(f"{base}/{entry.name}", entry, files + folders))
        elif entry.name == "berkas":
            berkas, wrong = _attachments(Path(entry.path), base)
            findings += wrong
        else:
            found, wrong = _slugs(Path(entry.path), f"{base}/{entry.name}")
            records += [f"{entry.name}/{slug}" for slug in found]
            findings += wrong
    if name != BERSAMA and "satker.yml" not in records:
        findings.append(
            _finding(
                f"{base}/satker.yml",
                codes.PROFIL_TIDAK_ADA,
                f"folder `{name}` tidak mempunyai satker.yml",
                "salin dari satker/contoh/satker.yml",
            )
        )
    return Folder(name, tuple(records), berkas), bounded(findings, base)


def bounded(findings: list[Diagnostic], folder: str) -> list[Diagnostic]:
    """Return the first findings in the files of *folder*, errors before others, and one that says how many more there are."""
    more = len(findings) - MAX_FINDINGS
    if more <= 0:
        return findings
    ordered = sorted(findings, key=lambda finding: not finding.is_error)
    rest = _finding(folder, codes.TEMUAN_LAIN, f"masih ada {more} temuan lain di folder ini", "")
    return [*ordered[:MAX_FINDINGS], replace(rest, severity=ordered[MAX_FINDINGS].severity)]


def read_bytes(root: Path, name: str, record: str) -> bytes:
    """
    Return the bytes of one record, at most one more than the limit; OSError if it cannot be read.

    It was listed as a plain file: a link or a pipe that has taken its place is neither followed nor waited for.
    """
    path = f"{root}/{name}/{record}"
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode):
            raise FileNotFoundError(errno.ENOENT, "Not a plain file any more", path)
        return os.read(file, min(state.st_size, MAX_BYTES) + 1)
    finally:
        os.close(file)


def _entries(path: Path) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_slug(name: str) -> bool:
    return SLUG.fullmatch(name) is not None and len(name) <= MAX_SLUG


def _slugs(path: Path, base: str) -> tuple[list[str], list[Diagnostic]]:
    names, findings = [], []
    for entry in _entries(path):
        if not _is_file(entry) or not entry.name.endswith(".yml"):
            known = (f"{as_slug(entry.name.partition('.')[0])}.yml",) if ".y" in entry.name.lower() else ()
            findings.append(_unknown(f"{base}/{entry.name}", entry, known))
        elif not _is_slug(entry.name.removesuffix(".yml")):
            message = f"nama berkas `{entry.name}` tidak dapat menjadi alamat{strange(entry.name)}"
            hint = f"{_renamed(entry.name.removesuffix('.yml'))}.yml"
            findings.append(_finding(f"{base}/{entry.name}", codes.NAMA_FOLDER, message, hint))
        else:
            names.append(entry.name)
    return names, findings


def _attachments(path: Path, base: str) -> tuple[dict[str, Lampiran], list[Diagnostic]]:
    found: dict[str, Lampiran] = {}
    findings: list[Diagnostic] = []
    for entry in _walk(path):
        name = Path(entry.path).relative_to(path).as_posix()
        if _is_folder(entry):
            message = f"folder ini lebih dalam daripada {MAX_DEPTH} tingkat, jadi isinya tidak dibaca"
            findings.append(_finding(f"{base}/berkas/{name}", codes.TERLALU_DALAM, message, "pindahkan isinya ke atas"))
        elif not _is_file(entry):
            findings.append(_unknown(f"{base}/berkas/{name}", entry, ()))
        else:
            found[name] = Lampiran(entry.stat(follow_symlinks=False).st_size)
    return found, findings


def _walk(path: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the files below *path*, and the folders that are too deep to look into."""
    folders = [(path, 1)]
    while folders:
        folder, depth = folders.pop()
        for entry in _entries(folder):
            if _is_folder(entry) and depth < MAX_DEPTH:
                folders.append((Path(entry.path), depth + 1))
            else:
                yield entry


def _unknown(path: str, entry: os.DirEntry[str], known: tuple[str, ...]) -> Diagnostic:
    """Return the finding of something that has no place where it is; *known* are the names that have."""
    is_file, is_folder = _is_file(entry), _is_folder(entry)
    if not (is_file or is_folder):
        return _finding(path, codes.BUKAN_BERKAS_BIASA, f"`{entry.name}` bukan berkas biasa", "ganti dengan berkas aslinya")
    name = entry.name.casefold().removesuffix(".txt")
    name = f"{name.rpartition('.')[0]}.yml" if name.endswith((".yaml", ".yml")) else name
    near = nearest(name, [item for item in known if item != entry.name and item.endswith(".yml") == is_file])
    kind = "folder" if is_folder else "berkas"
    if near:
        message = f"{kind} `{entry.name}` tidak dikenal{strange(entry.name)}; maksud Anda `{near}`?"
        return _finding(path, codes.BERKAS_TAK_DIKENAL, message, f"ganti namanya menjadi {near}")
    message = f"{kind} `{entry.name}` tidak dikenal di sini{strange(entry.name)}"
    return _finding(path, codes.BERKAS_TAK_DIKENAL, message, "hapus, atau pindahkan")


def _renamed(name: str) -> str:
    return as_slug(name) or "pakai huruf kecil, angka, dan tanda hubung"


def _finding(path: str, code: Code, message: str, hint: str) -> Diagnostic:
    return Diagnostic(_printable(path), 1, 1, code.code, code.severity, _printable(message), hint)


def _printable(name: str) -> str:
    """Return a file's name as text: the bytes that are none become question marks."""
    return name.encode("utf-8", "replace").decode()
