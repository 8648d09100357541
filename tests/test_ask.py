"""One link is asked: what its host answers, and where it must not lead."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from web import HERE, PACKED, Web, network, web

from generator.ask import Asker, Network, is_public, resolve
from generator.tautan import Hasil, Jawaban

LATE = Jawaban("tidak_pasti", "tidak menjawab dalam 1 detik")
CLOSED = Jawaban("gagal", "mengarah ke jaringan tertutup")
ELSEWHERE = Jawaban("tidak_pasti", "dialihkan ke alamat yang bukan situs")


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[Web]:
    with web() as server:
        yield server


@pytest.fixture(name="server_asked")
def _server_asked(server: Web) -> list[tuple[str, str]]:
    """Return what the server was asked in this test alone."""
    server.asked.clear()
    server.headers.clear()
    return server.asked


def ask(server: Web, path: str, seconds: float = 1) -> Jawaban:
    """Ask a host for *path*."""
    return Asker("penguji", seconds, network(server)).ask(f"http://situs.example/{path}")


@pytest.mark.parametrize(
    ("path", "hasil", "sebab"),
    [
        ("200", "terbuka", ""),
        ("204", "terbuka", ""),
        ("304", "terbuka", ""),
        ("get/405", "terbuka", ""),
        ("get/501", "terbuka", ""),
        ("get/403", "terbuka", ""),
        ("get/404", "terbuka", ""),
        ("416", "terbuka", ""),
        ("to//200", "terbuka", ""),
        ("to/http://lain.example/to/http://situs.example/200", "terbuka", ""),
        ("huge", "terbuka", ""),
        ("404", "gagal", "halaman tidak ditemukan (404)"),
        ("410", "gagal", "halaman tidak ditemukan (410)"),
        ("to//404", "gagal", "halaman tidak ditemukan (404)"),
        ("500", "gagal", "situs sedang rusak (500)"),
        ("400", "tidak_pasti", "menolak pemeriksaan otomatis (400)"),
        ("401", "tidak_pasti", "menolak pemeriksaan otomatis (401)"),
        ("403", "tidak_pasti", "menolak pemeriksaan otomatis (403)"),
        ("429", "tidak_pasti", "menolak pemeriksaan otomatis (429)"),
        ("503", "tidak_pasti", "menolak pemeriksaan otomatis (503)"),
        ("522", "tidak_pasti", "menolak pemeriksaan otomatis (522)"),
        ("loop", "tidak_pasti", "dialihkan terus-menerus"),
        ("slow", "tidak_pasti", LATE.sebab),
        ("cut", "tidak_pasti", "sambungan terputus"),
        ("to/ftp://situs.example/", "tidak_pasti", ELSEWHERE.sebab),
        ("to/file:///etc/passwd", "tidak_pasti", ELSEWHERE.sebab),
        ("to/http://[salah/", "tidak_pasti", ELSEWHERE.sebab),
        ("to/http://situs.example:8080/", "tidak_pasti", "memakai port yang tidak lazim"),
        ("to/https://situs.example:80/", "tidak_pasti", "memakai port yang tidak lazim"),
        ("to/http://127.0.0.2/", "gagal", CLOSED.sebab),
        ("to/http://[::1]/", "gagal", CLOSED.sebab),
        ("to/http://[::ffff:10.0.0.1]/", "gagal", CLOSED.sebab),
        ("to/http://169.254.169.254/latest/meta-data/", "gagal", CLOSED.sebab),
        ("to/http://2130706434/", "gagal", CLOSED.sebab),
        ("to/http://0/", "gagal", CLOSED.sebab),
    ],
)
def test_what_a_host_answers(path: str, hasil: Hasil, sebab: str, server: Web) -> None:
    """Only what everybody would meet is a failure; what may be meant for programs alone is not."""
    assert Jawaban(hasil, sebab) == ask(server, path)


def test_how_it_asks(server: Web, server_asked: list[tuple[str, str]]) -> None:
    """First for the head, then for the first bytes of the page; it says who it is, and sends nothing that was not meant."""
    ask(server, "get/405?a=1&b=ü#bagian")

    assert server_asked == [("HEAD", "situs.example/get/405?a=1&b=%C3%BC"), ("GET", "situs.example/get/405?a=1&b=%C3%BC")]
    assert [sorted(headers) for headers in server.headers] == [
        ["Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"],
        ["Accept", "Accept-Encoding", "Connection", "Host", "Range", "User-Agent"],
    ]
    assert {headers["User-Agent"] for headers in server.headers} == {"penguji"}


def test_a_redirection_is_followed_so_often(server: Web, server_asked: list[tuple[str, str]]) -> None:
    """A host that sends us on for ever is asked nine times."""
    ask(server, "loop")

    assert len(server_asked) == 9


@pytest.mark.parametrize("status", ["429", "503"])
def test_a_host_that_is_overloaded_is_asked_once(status: str, server: Web, server_asked: list[tuple[str, str]]) -> None:
    """Asking again would be rude."""
    ask(server, status)

    assert server_asked == [("HEAD", f"situs.example/{status}")]


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.2"], [HERE, "10.0.0.1"], ["8.8.8.8", "::1"], ["100.64.0.1"], ["fe80::1%eth0"], ["fd00:ec2::254"], []],
    ids=str,
)
def test_every_address_of_a_host_counts(addresses: list[str], server: Web, server_asked: list[tuple[str, str]]) -> None:
    """One that leads inside is enough to ask none of them."""
    asker = Asker("penguji", 1, network(server, others={"dalam.example": addresses}))

    assert asker.ask("http://dalam.example/200") == CLOSED
    assert server_asked == []


def test_a_name_that_changes_its_address_does_not_help(server: Web, server_asked: list[tuple[str, str]]) -> None:
    """The address that was looked at is the one that is connected to: the name is asked for once a redirection."""
    answers = [[(HERE, server.server_port)], [("127.0.0.2", 80)]]
    net = Network(lambda _host, _port: answers.pop(0), lambda address: address == HERE)
    found = Asker("penguji", 1, net).ask("http://pindah.example/get/405")

    assert (found, len(answers)) == (Jawaban("terbuka"), 1)
    assert [method for method, _ in server_asked] == ["HEAD", "GET"]


def test_the_real_network_refuses_this_machine(server: Web, server_asked: list[tuple[str, str]]) -> None:
    """Without anything injected, as it is published."""
    asker = Asker("penguji", 1)
    found = [asker.ask(f"http://{host}/200") for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433")]  # noqa: S104

    assert set(found) <= {CLOSED, Jawaban("gagal", "nama situs tidak ditemukan")}
    assert found[0] == found[4] == CLOSED
    assert server_asked == []
    assert resolve(HERE, 80) == [(HERE, 80)]
    assert server.server_port


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("0.0.0.0", False),  # noqa: S104
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.0.2.1", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::ffff:8.8.8.8", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("2002:7f00:1::", False),
        ("fc00::1", False),
        ("fe80::1", False),
        ("fe80::1%2", False),
        ("ff02::1", False),
    ],
)
def test_which_addresses_are_public(address: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """None of a machine, a network, a provider, a cloud's own, nor one that wraps another."""
    assert is_public(address) is expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no name"), Jawaban("gagal", "nama situs tidak ditemukan")),
        (socket.gaierror(socket.EAI_AGAIN, "again"), Jawaban("tidak_pasti", "nama situs tidak dapat dicari")),
        (UnicodeError("label too long"), Jawaban("gagal", "nama situs tidak ditemukan")),
    ],
    ids=str,
)
def test_a_name_without_address(error: Exception, expected: Jawaban) -> None:
    """A name that nobody has is a failure, one that cannot be asked for now is not."""

    def refuse(_host: str, _port: int) -> list[tuple[str, int]]:
        raise error

    assert expected == Asker("penguji", 1, Network(refuse)).ask("https://tidak-ada.example")


def test_time_is_over(server: Web, server_asked: list[tuple[str, str]]) -> None:
    """Then nobody is asked any more, wherever a redirection leads."""
    assert ask(server, "200", 0) == Jawaban("tidak_pasti", "tidak menjawab dalam 0 detik")
    assert server_asked == []


def test_nobody_listens() -> None:
    """A host that refuses the connection is a failure."""
    with socket.socket() as unused:
        unused.bind((HERE, 0))
        port = unused.getsockname()[1]
        net = Network(lambda _host, _port: [(HERE, port)], lambda _address: True)

        assert Asker("penguji", 1, net).ask("http://tutup.example") == Jawaban("gagal", "situs menolak sambungan")


def test_no_way_to_a_host() -> None:
    """A machine that cannot reach an address says nothing of the host."""
    net = Network(lambda _host, _port: [("255.255.255.255", 80)], lambda _address: True)

    assert Asker("penguji", 1, net).ask("http://jauh.example") == Jawaban("tidak_pasti", "situs tidak dapat dihubungi")


def served(authority: trustme.CA, *, is_expired: bool = False) -> ssl.SSLContext:
    """Return what a server with a certificate for ``aman.example`` needs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    until = datetime(2021 if is_expired else 2100, 1, 1, tzinfo=UTC)
    authority.issue_cert("aman.example", not_before=datetime(2020, 1, 1, tzinfo=UTC), not_after=until).configure_cert(context)
    return context


@pytest.mark.parametrize(
    ("host", "is_known", "is_expired", "expected"),
    [
        ("aman.example", True, False, Jawaban("terbuka")),
        ("lain.example", True, False, Jawaban("gagal", "sertifikat tidak berlaku")),
        ("aman.example", True, True, Jawaban("gagal", "sertifikat tidak berlaku")),
        ("aman.example", False, False, Jawaban("tidak_pasti", "sambungan amannya tidak dapat diperiksa")),
    ],
)
def test_certificates(host: str, is_known: bool, is_expired: bool, expected: Jawaban, tmp_path: Path) -> None:  # noqa: FBT001
    """They are verified against the name in the link; where only the issuer is missing, a browser may know it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    with web(served(authority, is_expired=is_expired)) as server:
        net = network(server, ca_certs=str(tmp_path / "ca.pem") if is_known else None)

        assert expected == Asker("penguji", 5, net).ask(f"https://{host}/200")


def test_no_tls_at_all(server: Web) -> None:
    """A host that speaks something else there cannot be judged."""
    expected = Jawaban("tidak_pasti", "sambungan amannya tidak dapat diperiksa")

    assert expected == Asker("penguji", 5, network(server)).ask("https://polos.example/200")


def take(folder: Path, path: str, most: int = 1 << 20, seconds: float = 1) -> bytes | Jawaban:
    """Take what lies at *path* of a host over TLS; one that is called ``polos.example`` speaks none."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    with web() as plain, web(served(authority)) as server:
        net = network(plain, server, ca_certs=str(folder / "ca.pem"))
        return Asker("penguji", seconds, net).take(f"https://aman.example/{path}", most)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("body", b"isi"),
        ("to//body", b"isi"),
        ("200", b""),
        ("204", Jawaban("tidak_pasti", "tidak memberi isi (204)")),
        ("404", Jawaban("gagal", "halaman tidak ditemukan (404)")),
        ("403", Jawaban("tidak_pasti", "menolak pemeriksaan otomatis (403)")),
        ("500", Jawaban("gagal", "situs sedang rusak (500)")),
        ("huge", Jawaban("gagal", "lebih besar dari 1 MiB")),
        ("dribble", LATE),
        ("slow", LATE),
        ("cut", Jawaban("tidak_pasti", "sambungan terputus")),
        ("short", Jawaban("tidak_pasti", "sambungan terputus")),
        ("loop", Jawaban("tidak_pasti", "dialihkan terus-menerus")),
        ("to/http://aman.example/body", Jawaban("gagal", "bukan alamat https")),
        ("to/https://127.0.0.2/", CLOSED),
        ("to/https://169.254.169.254/latest/meta-data/", CLOSED),
        ("to/https://aman.example:8443/", Jawaban("tidak_pasti", "memakai port yang tidak lazim")),
        ("to/file:///etc/passwd", ELSEWHERE),
    ],
)
def test_what_is_taken(path: str, expected: bytes | Jawaban, tmp_path: Path) -> None:
    """What lies there, and nothing of what is larger, later, elsewhere or not over TLS."""
    assert expected == take(tmp_path, path)


def test_it_is_asked_for_as_it_is(tmp_path: Path) -> None:
    """Nothing grows in the unpacking: what comes packed all the same stays packed."""
    assert take(tmp_path, "packed") == PACKED
