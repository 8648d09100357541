"""
One link is asked whether it opens, or for what lies there: the only module that goes out to the web and that knows urllib3.

Anybody can write a link into a record, so a link must not lead into the network of the machine that asks: every address of its
host is looked at before one of them, and no other, is connected to, at every redirection anew.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util import Timeout, Url, parse_url

from generator.tautan import Jawaban

MAX_REDIRECTS = 8
MAX_HEAD = 1023  # the last byte that is asked for where a host wants to be asked for the page itself; none is read
PORTS = {"http": 80, "https": 443}
GONE = frozenset({404, 410})
OVERLOADED = frozenset({429, 503, 504, *range(520, 531)})  # and the answers of those who stand before a host
INCOMPLETE = frozenset({20, 21})  # certificates whose issuer is missing: browsers know many of those

_TUNNELS = [ipaddress.ip_network(text) for text in ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")]

PIECE = 1 << 16  # bytes that are read at a time

Address = tuple[str, int]
Answer = TypeVar("Answer")


def resolve(host: str, port: int) -> list[Address]:
    """Return every address of *host*, those of the older protocol first, because not every machine has the newer."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ordered = sorted(found, key=lambda item: item[0] != socket.AF_INET)
    return list(dict.fromkeys((str(item[4][0]), port) for item in ordered))


def is_public(address: str) -> bool:
    """Say whether *address* is one of the public internet, and does not wrap another one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or any(ip in tunnel for tunnel in _TUNNELS)):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses, which of them may be connected to, and whose certificates count (by default the system's)."""

    resolve: Callable[[str, int], Sequence[Address]] = resolve
    allows: Callable[[str], bool] = is_public
    ca_certs: str | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, how long an answer may take in all, and over which network."""

    agent: str
    seconds: float
    network: Network = Network()

    @property
    def late(self) -> Jawaban:
        """What is said of a host that takes longer."""
        return Jawaban("tidak_pasti", f"tidak menjawab dalam {self.seconds:g} detik")

    def ask(self, url: str) -> Jawaban:
        """Return what the host of *url* answers, wherever it sends us; whatever it does, this ends."""
        return self._follow(url, self._knock)

    def take(self, url: str, most: int) -> bytes | Jawaban:
        """Return the bytes at *url*, *most* of them at most, or why there are none; only over https, wherever it sends us."""
        return self._follow(url, partial(self._fetch, most=most))

    def _follow(self, url: str, knock: "Callable[[HTTPConnectionPool, Url, float], Answer | str]") -> Answer | Jawaban:
        """Return what *knock* gets at *url*, or where that sends us; a text is where to go on."""
        end = time.monotonic() + self.seconds
        try:
            for _ in range(MAX_REDIRECTS + 1):
                link = parse_url(url)
                pool = _refused(link) or self._door(link)
                if isinstance(pool, Jawaban):
                    return pool
                with pool:
                    found = knock(pool, link, end)
                if not isinstance(found, str):
                    return found
                url = urljoin(url, found)
        except (HTTPError, OSError, ValueError) as error:
            return _why(error, self)
        return Jawaban("tidak_pasti", "dialihkan terus-menerus")

    def _door(self, link: Url) -> HTTPConnectionPool | Jawaban:
        """Return the way to the host of *link*, if all its addresses are public."""
        host = (link.hostname or "").strip("[]")
        addresses = self.network.resolve(host, link.port or PORTS[str(link.scheme)])
        if not addresses or not all(self.network.allows(address) for address, _ in addresses):
            return Jawaban("gagal", "mengarah ke jaringan tertutup")
        return self._pool(link, *addresses[0])

    def _knock(self, pool: HTTPConnectionPool, link: Url, end: float) -> Jawaban | str:
        """Return the answer at *link*, or where it sends us."""
        status, target = self._request(pool, "HEAD", link, end)
        if status >= 400 and status not in OVERLOADED:  # many hosts do not know HEAD
            status, target = self._request(pool, "GET", link, end)
        return target or _judged(status)

    def _fetch(self, pool: HTTPConnectionPool, link: Url, end: float, most: int) -> bytes | Jawaban | str:
        """Return what lies at *link*, or where it sends us; it is asked for as it is, so that nothing grows in the unpacking."""
        if link.scheme != "https":
            return Jawaban("gagal", "bukan alamat https")
        response = self._open(pool, "GET", link, end, {"Accept-Encoding": "identity"})
        try:
            if response.status != 200:
                return response.get_redirect_location() or _judged_body(response.status)
            content = b""
            while piece := response.read1(PIECE, decode_content=False):
                content += piece
                if len(content) > most:
                    return Jawaban("gagal", f"lebih besar dari {most >> 20} MiB")
                if time.monotonic() > end:
                    return self.late
            return content
        finally:
            response.close()

    def _pool(self, link: Url, address: str, port: int) -> HTTPConnectionPool:
        if link.scheme == "http":
            return HTTPConnectionPool(address, port)
        certs = self.network.ca_certs
        return HTTPSConnectionPool(address, port, cert_reqs="CERT_REQUIRED", ca_certs=certs, server_hostname=link.hostname)

    def _request(self, pool: HTTPConnectionPool, method: str, link: Url, end: float) -> tuple[int, str]:
        """Return the status and where it sends us; the body is left alone."""
        response = self._open(pool, method, link, end, {"Range": f"bytes=0-{MAX_HEAD}"} if method == "GET" else {})
        response.close()
        return response.status, response.get_redirect_location() or ""

    def _open(self, pool: HTTPConnectionPool, method: str, link: Url, end: float, more: dict[str, str]) -> BaseHTTPResponse:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        headers = {"Host": link.netloc or "", "User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
        return pool.urlopen(
            method,
            link.request_uri,
            headers=headers | more,
            retries=False,
            redirect=False,
            assert_same_host=False,
            timeout=Timeout(total=left),
            preload_content=False,
        )


def _refused(link: Url) -> Jawaban | None:
    """Return why *link* is not asked at all, or None."""
    if link.scheme not in PORTS or not link.hostname:
        return Jawaban("tidak_pasti", "dialihkan ke alamat yang bukan situs")
    if link.port not in (None, PORTS[link.scheme]):
        return Jawaban("tidak_pasti", "memakai port yang tidak lazim")
    return None


def _judged(status: int) -> Jawaban:
    if status < 400 or status == 416:  # the page is there, and shorter than what was asked for
        return Jawaban("terbuka")
    if status in GONE:
        return Jawaban("gagal", f"halaman tidak ditemukan ({status})")
    if status >= 500 and status not in OVERLOADED:
        return Jawaban("gagal", f"situs sedang rusak ({status})")
    return Jawaban("tidak_pasti", f"menolak pemeriksaan otomatis ({status})")


def _judged_body(status: int) -> Jawaban:
    """Return why there is nothing to read, which an answer without a page is too."""
    found = _judged(status)
    return Jawaban("tidak_pasti", f"tidak memberi isi ({status})") if found.hasil == "terbuka" else found


def _why(error: Exception, asker: Asker) -> Jawaban:
    """Return what *error* says of the link; only what everybody would meet is a failure."""
    match error:
        case SSLError():
            return _untrusted(error)
        case NewConnectionError(__cause__=ConnectionRefusedError()):
            return Jawaban("gagal", "situs menolak sambungan")
        case NewConnectionError():
            return Jawaban("tidak_pasti", "situs tidak dapat dihubungi")
        case ConnectTimeoutError() | ReadTimeoutError() | TimeoutError():
            return asker.late
        case socket.gaierror(errno=socket.EAI_AGAIN):
            return Jawaban("tidak_pasti", "nama situs tidak dapat dicari")
        case socket.gaierror() | UnicodeError():
            return Jawaban("gagal", "nama situs tidak ditemukan")
        case ValueError():
            return Jawaban("tidak_pasti", "dialihkan ke alamat yang bukan situs")
    return Jawaban("tidak_pasti", "sambungan terputus")


def _untrusted(error: SSLError) -> Jawaban:
    reason = error.args[0] if error.args else None
    if isinstance(reason, ssl.SSLCertVerificationError) and reason.verify_code not in INCOMPLETE:
        return Jawaban("gagal", "sertifikat tidak berlaku")
    return Jawaban("tidak_pasti", "sambungan amannya tidak dapat diperiksa")
