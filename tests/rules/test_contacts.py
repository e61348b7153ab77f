"""Links, e-mail addresses and phone numbers."""

import pytest

from rules.filtering.reasons import NONE, HiddenReason
from server.filtering import make_filter

FILTER = make_filter()
LINK, CONTACT = HiddenReason.LINK, HiddenReason.CONTACT_DETAILS

LINKS = [
    "https://example.com/claim",
    "look at example.com now",
    "HTTP://EXAMPLE.COM",
    "www.example.org",
    "t.me/someone",
    "cheap.xyz",
    "Hello. Really. Look: (cheap.xyz)...",
    "of a.museum, not of a.b",
    "203.0.113.7",
    "join 51.68.12.3",
    "192.168.1.1/login",
    "//example.com",
    "ｅｘａｍｐｌｅ．ｃｏｍ",
    "exam\u200bple.c\u2060om",
    "(example.com)",
    "пример.рф",
]
CONTACTS = [
    "bob@example.com",
    "mailto:bob@example.com",
    "Bob.B+x@mail.example.co.uk,",
    "b\u200bob@example.com",
    "+1 (555) 123-4567",
    "call 555-0123",
    "06 12 34 56 78",
    "0151/23456789",
    "(030) 901820",
    "٠١٢٣٤٥٦٧٨٩",
    "+4915112345678!",
]
CLEAN = [
    "",
    "Hello Bob, how are you?",
    "I have 2 questions, e.g. this one. And 3.14159265 is pi.",
    "on 2024-05-06 at 10:30, or 04.03.2026, or 1/2/2024",
    "from 2019-2024, or 1999 – 2004",
    "10,000,000 views and $12345678",
    "room 101, version 1.2.3, node.js",
    "1. one\n2. two\n3. three",
    "1234567",
    "@alice, are you there?",
    "yes/no and/or",
    "notes.txt, shop.comb, a.xy",
    "1/2/2024 5, 10:30 20:30",
    "at 5:30... ok?",
    "192.168.0.1",
    "my router is at 192.168.178.1, my server: 10.0.0.2",
    "127.0.0.1 or 172.16.0.5 or 169.254.1.1",
    "1.2.3.4",
]


@pytest.mark.shows("6.5")
@pytest.mark.parametrize("text", LINKS)
def test_links(text: str) -> None:
    assert FILTER.contacts(text, None) == LINK


@pytest.mark.shows("6.6")
@pytest.mark.parametrize("text", CONTACTS)
def test_addresses_and_numbers(text: str) -> None:
    assert FILTER.contacts(text, None) == CONTACT


@pytest.mark.parametrize("text", CLEAN)
def test_neither(text: str) -> None:
    assert FILTER.contacts(text, None) == NONE


def test_both() -> None:
    assert FILTER.contacts("bob@example.com or example.com, 555 123 4567", None) == LINK | CONTACT
