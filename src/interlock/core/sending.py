"""One call to an address a person entered: no redirect is followed, no answer waited for long, nothing inside met.

The address is resolved here, every answer of the name is judged, and the connection goes to the judged address itself,
so a name that answers otherwise a moment later changes nothing. Networks of one's own are allowed by a setting.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

CONNECT_SECONDS, WHOLE_SECONDS = 5.0, 15.0
#: The answer's text is of no interest; so much of it is read, for the connection's sake.
READ_BYTES = 4_096
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressRefused(Exception):  # noqa: N818  a rule, not an error
    """The address is one of the inside, or the call would go there unencrypted."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        super().__init__(fault)


@dataclass(frozen=True)
class Sent:
    """How a call went: the status that came back, or the fault in a word."""

    status: int | None
    fault: str
    duration_ms: int
    retry_after: float = 0

    @property
    def ok(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def allowed_networks() -> list[Any]:
    return [ipaddress.ip_network(text.strip()) for text in settings.WEBHOOK_NETWORKS if text.strip()]


def is_inside(text: str) -> bool:
    """Say whether an address is not the open internet's, however it is written."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _EMBEDDING:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_inside(str(inner))
    return not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified


def _is_allowed(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    return any(address in network for network in allowed_networks())


def fault_of(url: str) -> str:
    """Answer what is wrong with an address as it is written, empty for nothing; names are judged when called."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "bad_address"
    plain = url.isascii() and url.isprintable() and " " not in url and len(url) <= 400
    named = bool(parts.hostname) and not parts.username and not parts.password and not parts.fragment
    if not plain or not named or parts.scheme not in ("https", "http") or port == 0:
        return "bad_address"
    try:
        inside = is_inside(parts.hostname or "") and not _is_allowed(parts.hostname or "")
    except ValueError:  # a name
        inside = False
    if inside:
        return "inside"
    return "unencrypted" if parts.scheme == "http" and not allowed_networks() else ""


def send(url: str, body: bytes, headers: dict[str, str]) -> Sent:
    """Post once; whatever goes wrong is an answer, not an exception."""
    began = time.monotonic()
    status, fault, retry_after = None, "", 0.0
    try:
        status, retry_after = _post(url, body, headers, began + WHOLE_SECONDS)
        if 300 <= status < 400:
            fault = "redirect"
        elif not 200 <= status < 300:
            fault = "status"
    except AddressRefused as refused:
        fault = refused.fault
    except TimeoutError:
        fault = "timeout"
    except ssl.SSLError:
        fault = "certificate"
    except socket.gaierror:
        fault = "unknown_host"
    except (OSError, http.client.HTTPException, ValueError):
        fault = "timeout" if time.monotonic() - began >= WHOLE_SECONDS else "no_connection"
    return Sent(status, fault, int((time.monotonic() - began) * 1000), retry_after)


@dataclass(frozen=True)
class Called:
    """What a call answered: its status and text, or the fault in a word."""

    status: int | None
    fault: str
    content: bytes = b""


def call(method: str, url: str, body: bytes, headers: dict[str, str], most_bytes: int) -> Called:
    """Call another system and answer what it says; never raises for what goes wrong outside.

    An answer larger than ``most_bytes`` is a fault: half of it would be another answer.
    """
    began = time.monotonic()
    try:
        status, _retry, content = _request(method, url, body, headers, began + WHOLE_SECONDS, most_bytes + 1)
    except AddressRefused as refused:
        return Called(None, refused.fault)
    except TimeoutError:
        return Called(None, "timeout")
    except ssl.SSLError:
        return Called(None, "certificate")
    except socket.gaierror:
        return Called(None, "unknown_host")
    except (OSError, http.client.HTTPException, ValueError):
        return Called(None, "timeout" if time.monotonic() - began >= WHOLE_SECONDS else "no_connection")
    if len(content) > most_bytes:
        return Called(status, "too_large")
    return Called(status, "" if 200 <= status < 300 else "status", content)


def _post(url: str, body: bytes, headers: dict[str, str], deadline: float) -> tuple[int, float]:
    status, retry_after, _content = _request("POST", url, body, headers, deadline, READ_BYTES)
    return status, retry_after


def _request(
    method: str, url: str, body: bytes, headers: dict[str, str], deadline: float, most: int
) -> tuple[int, float, bytes]:
    if fault := fault_of(url):
        raise AddressRefused(fault)
    parts = urlsplit(url)
    host, encrypted = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if encrypted else 80)
    connection = http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)
    connected = _connect(host, port, encrypted=encrypted)
    guard = Timer(max(0.1, deadline - time.monotonic()), _cut, [connected])
    guard.daemon = True
    guard.start()
    try:
        if encrypted:
            connected = ssl.create_default_context().wrap_socket(connected, server_hostname=host)
        connected.settimeout(max(0.1, deadline - time.monotonic()))
        connection.sock = connected
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        host_header = parts.netloc if parts.port else (f"[{host}]" if ":" in host else host)
        connection.request(method, path, body, {**headers, "host": host_header, "connection": "close"})
        answer = connection.getresponse()
        content = answer.read(most)
        return answer.status, _seconds(answer.getheader("Retry-After")), content
    finally:
        guard.cancel()
        connection.close()
        connected.close()


def _connect(host: str, port: int, *, encrypted: bool) -> socket.socket:
    """Connect to an address that was judged; one answer of the inside refuses the name."""
    found = list(dict.fromkeys(info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    for text in map(str, found):
        allowed = _is_allowed(text)
        if is_inside(text) and not allowed:
            raise AddressRefused("inside")
        if not encrypted and not allowed:
            raise AddressRefused("unencrypted")
    fault: OSError | None = None
    for text in map(str, found[:4]):
        try:
            return socket.create_connection((text, port), timeout=CONNECT_SECONDS)
        except OSError as error:
            fault = error
    raise fault or OSError("no address")


def _cut(connected: socket.socket) -> None:
    """End a call that trickles: a time-out counts from byte to byte, this one the whole."""
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        connected.close()


def _seconds(text: str | None) -> float:
    return float(text) if text and text.isdecimal() and len(text) < 9 else 0.0
