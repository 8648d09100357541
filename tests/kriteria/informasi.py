"""C45 to C47: public information."""

from kriteria.kasus import Kasus


def dokumen(*kinds: str) -> dict[str, str]:
    """Return an informasi.yml with a document of each of *kinds*."""
    items = [
        f"  - {{jenis: {kind}, judul: Dokumen {kind}, tahun: 2025, tautan: https://contoh.example/{kind}}}" for kind in kinds
    ]
    return {"informasi.yml": "\n".join(["dokumen:", *items])}


CASES = [
    # Public information
    Kasus(
        "C45",
        {"informasi.yml": "ppid: {jabatan: PPID, cara: Isi formulir., surel: ppid@contoh.example}\n"},
        "terpenuhi",
        "3 dari 3 unsur pejabat informasi ada.",
    ),
    Kasus(
        "C45",
        {"informasi.yml": "ppid: {jabatan: PPID}\n"},
        "sebagian",
        "1 dari 3 unsur pejabat informasi ada. Belum: cara meminta informasi, tautan atau surel.",
        ("informasi.yml: ppid.cara", "informasi.yml: ppid.tautan atau ppid.surel"),
    ),
    Kasus("C45", {}, "belum", "Pejabat informasi belum dipublikasikan.", ("informasi.yml: ppid",)),
    Kasus("C46", dokumen("renstra", "pk", "lkj", "dipa"), "terpenuhi", "3 dari 3 dokumen kinerja ada."),
    Kasus(
        "C46",
        dokumen("pk"),
        "sebagian",
        "1 dari 3 dokumen kinerja ada. Belum: rencana strategis, laporan kinerja.",
        ("informasi.yml: dokumen, jenis renstra", "informasi.yml: dokumen, jenis lkj"),
    ),
    Kasus(
        "C46",
        dokumen("dipa"),
        "belum",
        "0 dari 3 dokumen kinerja ada. Belum: rencana strategis, perjanjian kinerja, laporan kinerja.",
        tuple(f"informasi.yml: dokumen, jenis {kind}" for kind in ("renstra", "pk", "lkj")),
    ),
    Kasus("C47", dokumen("lhkpn"), "terpenuhi", "1 dokumen kepatuhan LHKPN ada."),
    Kasus(
        "C47",
        dokumen("pk"),
        "belum",
        "Dokumen persentase kepatuhan LHKPN belum dipublikasikan.",
        ("informasi.yml: dokumen, jenis lhkpn",),
    ),
]
