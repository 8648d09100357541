"""The register of regulations knows every successor it names, and no regulation succeeds itself."""

from collections.abc import Iterator

from generator.diagnostic import Code, Problem
from generator.model.bersama import RegisterHukum
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
    for id_, entry in known.items():
        if entry.dicabut_oleh is None:
            continue
        loc = (id_, "dicabut_oleh")
        line = [id_]
        while (heir := known[line[-1]].dicabut_oleh) and heir in known and heir not in line:
            line.append(heir)
        if entry.dicabut_oleh not in names:
            yield Problem(TIDAK_ADA, loc, *absent(entry.dicabut_oleh, names, "hukum.yml"))
        elif heir == id_:
            yield Problem(MELINGKAR, loc, f"rantai pencabutan melingkar: {' → '.join([*line, id_])}", "hapus salah satunya")
