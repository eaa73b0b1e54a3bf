"""Webhooks never go inside: not as an address is written, and not as its name answers when it is called."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from interlock.core import sending
from interlock.core.api import fault_of

INSIDE = [
    "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "ff02::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_of_the_inside_is_called(address: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WEBHOOK_NETWORKS = [""]
    assert sending.is_inside(address)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    outside = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))
    both = [outside, (family, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: both)
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("connected"))
    assert sending.send("https://looks-fine.example/", b"{}", {}).fault == "inside"
    host = f"[{address}]" if ":" in address else address
    assert fault_of(f"https://{host}/") == "inside"


def test_a_name_that_answers_otherwise_a_moment_later_changes_nothing(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer leads inside: the connection goes to the first, which was judged."""
    settings.WEBHOOK_NETWORKS = [""]
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked, called = [], []

    def resolve(host: str, port: int, *_a: Any, **_k: Any) -> Any:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: Any, **_k: Any) -> Any:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert sending.send("https://rebinding.example/", b"{}", {}).fault == "no_connection"
    assert (asked, called) == (["rebinding.example"], [("93.184.216.34", 443)])


@pytest.mark.parametrize(
    ("url", "fault"),
    [("https://shop.example/hook?x=1", ""), ("http://shop.example/", "unencrypted"),
     ("ftp://shop.example/", "bad_address"),
     ("https://me:secret@shop.example/", "bad_address"), ("https:///x", "bad_address"),
     ("https://a b/", "bad_address"),
     ("https://shop.example/\r\nX: y", "bad_address"), ("https://shop.example:99999/", "bad_address"),
     ("https://2130706433/", ""), ("https://[::1]:8443/", "inside"), ("file:///etc/passwd", "bad_address")],
)  # fmt: skip
def test_addresses_are_judged_as_they_are_entered(url: str, fault: str, settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = [""]
    assert fault_of(url) == fault


def test_a_number_for_an_address_is_judged_when_called(settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = [""]
    assert sending.send("https://2130706433/", b"{}", {}).fault == "inside"
    settings.WEBHOOK_NETWORKS = ["10.0.0.0/8"]
    assert sending.send("http://127.0.0.1:1/", b"{}", {}).fault == "inside"
