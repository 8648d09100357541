"""A workbook becomes service records, or every finding that keeps it from being some."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import codes, kode_buku
from generator.baris import Alamat, Baris, Draf, read_rows
from generator.buku import BookError, read_book
from generator.clock import build_day
from generator.diagnostic import Diagnostic, Problem, has_errors
from generator.folder import list_files, read_bytes
from generator.format import canonical
from generator.judge import judge_satker
from generator.kanonik import Comments
from generator.komentar import find_comments
from generator.lembar import LAYANAN
from generator.load import load_bersama, load_satker
from generator.read import MAX_BYTES, Source, read


@dataclass(frozen=True, slots=True)
class Order:
    """The workbook *raw*, called *file*, is to go into the folder *satker* of *root*; *replace* allows for records that exist."""

    file: str
    raw: bytes
    root: Path
    satker: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """The records by name (``layanan/….yml``), none of them where *findings* have an error."""

    records: dict[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


def import_book(order: Order, hari_ini: date | None = None) -> Imported:
    """Return the records of a workbook with every finding in its cells; raises OSError when a record cannot be read."""
    try:
        pages = read_book(order.raw)
    except BookError as error:
        hint = "simpan ulang sebagai .xlsx tanpa sandi, atau mulai dari templat: zi template"
        return Imported(findings=(Alamat(order.file, 0, 0).finding(Problem(kode_buku.BUKU_RUSAK, (), str(error), hint)),))
    drafts, findings = read_rows(order.file, pages)
    if not drafts and not findings:
        place = Alamat(f"{order.file}:{LAYANAN.nama}", 3, 1)
        message = "tidak ada satu layanan pun di lembar ini; baris contoh tidak dibaca"
        findings.append(place.finding(Problem(kode_buku.BARIS_TANPA_LAYANAN, (), message, "isi satu baris untuk satu layanan")))
    read_before = dict(_old(order, drafts))
    findings += [finding for slug, (_, found) in read_before.items() for finding in _refused(order, drafts[slug], found)]
    old = {slug: read_before[slug][0] if slug in read_before else Source("") for slug in drafts}
    rows = {slug: _row(order, draft, old[slug]) for slug, draft in drafts.items()}
    findings += _judged(order, rows, hari_ini or build_day())
    texts = {slug: _text(row, old[slug], drafts[slug]) for slug, row in rows.items()}
    findings += [_too_large(rows[slug]) for slug, text in texts.items() if len(text) > MAX_BYTES]
    found = tuple(sorted(set(findings)))
    return Imported({} if has_errors(found) else {_name(slug): text for slug, text in texts.items()}, found)


def _name(slug: str) -> str:
    return f"layanan/{slug}.yml"


def _old(order: Order, drafts: dict[str, Draf]) -> Iterator[tuple[str, tuple[Source, tuple[Diagnostic, ...]]]]:
    """Yield the services that exist already, with what the reader finds in their records."""
    there = list_files(order.root, order.satker)[0].records
    for slug in drafts:
        if _name(slug) in there:
            path = f"{order.root.as_posix()}/{order.satker}/{_name(slug)}"
            yield slug, read(path, read_bytes(order.root, order.satker, _name(slug)))


def _refused(order: Order, draft: Draf, found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Yield the finding of a service whose old record may not, or cannot, be replaced."""
    message, hint = (
        f"layanan `{draft.slug}` sudah ada",
        "pakai --replace untuk mengganti yang diisi di buku ini, atau hapus barisnya",
    )
    if order.replace and has_errors(found):
        message, hint = (
            f"rekaman lama `{draft.slug}` tidak dapat dibaca, jadi isinya akan hilang",
            f"perbaiki dahulu: {found[0].path}",
        )
    if not order.replace or has_errors(found):
        yield draft.cells[()].finding(Problem(kode_buku.LAYANAN_SUDAH_ADA, (), message, hint))


def _row(order: Order, draft: Draf, old: Source) -> Baris:
    """Return the service: what the workbook does not have is kept as it was."""
    return Baris(order.file, data=old.data | draft.data, rejected=frozenset(draft.rejected), cells=draft.cells)


def _judged(order: Order, rows: dict[str, Baris], today: date) -> Iterator[Diagnostic]:
    """Yield what the models and the rules find in *rows*, as if they were records already."""
    shared = load_bersama(order.root)
    loaded = load_satker(order.root, order.satker, shared.standards, drafts={_name(slug): row for slug, row in rows.items()})
    base = f"{order.root.as_posix()}/{order.satker}"
    for finding in (*loaded.findings, *judge_satker(loaded, shared.bersama, base, today)):
        if finding.path.startswith(f"{order.file}:"):
            yield finding


def _text(row: Baris, old: Source, draft: Draf) -> bytes:
    return canonical("layanan", row.data, _kept(find_comments(old.text), draft)).encode()


def _kept(comments: Comments, draft: Draf) -> Comments:
    """Return the comments of an old record; those inside of what is replaced go to its end."""
    lost = {loc for loc in (*comments.before, *comments.after) if len(loc) > 1 and loc[0] in draft.data}
    return replace(
        comments,
        before={loc: found for loc, found in comments.before.items() if loc not in lost},
        after={loc: found for loc, found in comments.after.items() if loc not in lost},
        end=[*comments.end, *(comment for loc in sorted(lost, key=str) for comment in comments.of(loc))],
    )


def _too_large(row: Baris) -> Diagnostic:
    message = f"rekaman layanan ini lebih besar daripada {MAX_BYTES // 1024} KiB"
    return row.diagnose(Problem(codes.TERLALU_BESAR, (), message, "pendekkan teksnya"))
