"""The register of regulations knows every successor it names, and no regulation succeeds itself."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.bersama import Hukum, RegisterHukum
from generator.rules.context import Context, absent

TIDAK_ADA = Code(
    "pengganti-tidak-ada",
    "Peraturan pengganti tidak ada di register",
    "`dicabut_oleh` memuat nama peraturan lain di register yang sama. Daftarkan dulu penggantinya.",
    file="_bersama/hukum.yml",
    wrong="pma-1-2000: {nama: PMA 1/2000, tentang: Contoh, dicabut_oleh: pma-2-2000}",
    right="pma-1-2000: {nama: PMA 1/2000, tentang: Contoh}",
)
MELINGKAR = Code(
    "pengganti-melingkar",
    "Peraturan mencabut dirinya sendiri",
    "Rantai `dicabut_oleh` harus berakhir pada peraturan yang masih berlaku.",
    file="_bersama/hukum.yml",
    wrong="pma-1-2000: {nama: PMA 1/2000, tentang: Contoh, dicabut_oleh: pma-1-2000}",
    right="pma-1-2000: {nama: PMA 1/2000, tentang: Contoh}",
)
CODES = (TIDAK_ADA, MELINGKAR)


def check_hukum(register: RegisterHukum, context: Context) -> Iterator[Problem]:
    """Yield every successor that is absent, and every member of a circle."""
    known = context.bersama.hukum
    names = context.bersama.dikenal.get("hukum", frozenset())
    circular = set(_circular(known))
    for id_, entry in known.items():
        loc = (id_, "dicabut_oleh")
        if entry.dicabut_oleh is not None and entry.dicabut_oleh not in names:
            yield Problem(TIDAK_ADA, loc, *absent(entry.dicabut_oleh, names, "hukum.yml"))
        elif id_ in circular:
            message = f"`{id_}` akhirnya mencabut dirinya sendiri lewat `{entry.dicabut_oleh}`"
            yield Problem(MELINGKAR, loc, message, "hapus salah satu `dicabut_oleh` dalam lingkaran itu")


def _circular(register: dict[str, Hukum]) -> Iterator[str]:
    """Yield every member of a circle; each regulation is passed once, however long the lines are."""
    done: set[str] = set()
    for start in register:
        line: dict[str, None] = {}
        heir: str | None = start
        while heir in register and heir not in done and heir not in line:
            line[heir] = None
            heir = register[heir].dicabut_oleh
        if heir in line:
            members = list(line)
            yield from members[members.index(heir) :]
        done.update(line)
