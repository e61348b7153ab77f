"""Contacts as people write and disguise them: every one is found."""

from pathlib import Path

import pytest

from rules.filtering.reasons import HiddenReason
from server.filtering import make_filter

FILTER = make_filter()
MORE = (Path(__file__).parent / "tables/disguised.txt").read_text().splitlines()
"""Texts that were thought of after the rules were written."""

LINK, CONTACT = HiddenReason.LINK, HiddenReason.CONTACT_DETAILS

MAILS = [
    "joe@gmail.com",
    "joe [at] gmail [dot] com",
    "joe at example dot com",
    "joe(at)gmail.com",
    "joe AT gmail DOT com",
    "joe at gmail.com",
    "joe {at} gmail {dot} com",
    "joe<at>gmail<dot>com",
    "joe (at) mail (dot) example (dot) org",
    "joe @ gmail . com",
    "joe @gmail.com",
    "joe＠gmail．com",
    "j o e @ g m a i l . c o m",
    "joe_at_gmail_dot_com",
    "joe-at-gmail-dot-com",
    "joe[@]gmail[.]com",
    "joe@gmail",
    "my mail is joe at gmail",
    "joe ät gmx punkt de",
    "joe arroba gmail punto com",
    "joe arroba gmail ponto com",
    "joe@example.c0m",
    "mailto:joe@example.org",
]
LINKS = [
    "example . com",
    "example dot com",
    "example[.]com",
    "example(.)com",
    "example (dot) com",
    "example{dot}com",
    "exampleDOTcom",
    "hxxps://evil.example",
    "hxxp://evil[.]example",
    "h t t p s : / / evil . example",
    "https:/ /evil.example",
    "www example com",
    "www . example . com",
    "w w w . e x a m p l e . c o m",
    "www dot example dot com",
    "t.me/joe",
    "t . me / joe",
    "t[.]me/joe",
    "wa.me",
    "wa.me/491511234567",
    "bit.ly/abc",
    "youtu.be/abc",
    "example。com",
    "example．com",
    "example .com",
    "visit amazon.it today",
    "my-site.me",
    "192.168.1.1:8080",
    "http://1.2.3.4",
    "example•com",
    "beispiel punkt de",
    "visit example. com",
    "tg://resolve?domain=joe",
    "main.py is at docs.rs/foo",
    "пример.рф",
    "сайт точка ру",
]
NUMBERS = [
    "+49 151 12345678",
    "+49 (0) 151 12345678",
    "0049 151 12345678",
    "+1 (555) 123-4567",
    "(555) 123-4567",
    "555-123-4567",
    "555.123.4567",
    "555 123 4567",
    "1-800-555-0199",
    "call me 5551234567",
    "call 555-0123",
    "text 555 0123",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "06/12/34/56/78",
    "06-12-34-56-78",
    "0 6 1 2 3 4 5 6 7 8",
    "0-6-1-2-3-4-5-6-7-8",
    "5 5 5 1 2 3 4 5 6 7",
    "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
    "5️⃣5️⃣5️⃣2️⃣1️⃣3️⃣4️⃣",
    "06🔥12🔥34🔥56🔥78",
    "555 🍎 123 🍎 4567",
    "O6 12 34 56 78",
    "o7911 l23456",
    "555-O123-4567 call",
    "five five five one two three four",
    "zero one five one two three four five six seven eight",
    "oh seven nine one one, one two three four five six",
    "null eins fünf eins zwei drei vier fünf sechs",
    "zéro six un deux trois quatre cinq six sept huit",
    "cero seis uno dos tres cuatro cinco seis siete",
    "double five five one two three four",
    "seven 9 one 1 two 3 four",
    "一三八零零一三八零零零",
    "٠١٠ ١٢٣٤ ٥٦٧٨",
    "+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧",
    "फोन ९८७६५ ४३२१०",
    "９８７６５ ４３２１０",
    "⓪⑥①②③④⑤⑥⑦⑧",
    "❺❺❺❶❷❸❹",
    "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "call me: 0*6*1*2*3*4*5*6*7*8",
    "06_12_34_56_78",
    "WhatsApp: 600123456",
    "llámame al 612 345 678",
    "телефон 8 912 345 67 89",
    "手机13800138000",
    "電話 03-1234-5678",
    "Tel.0151/23456789",
    "I am 25, 06 12 34 56 78",
    "06\u200b12\u200b34\u200b56\u200b78",
    "0\u200d1\u200d7\u200d1\u200d1\u200d2\u200d3\u200d4\u200d5\u200d6\u200d7",
    "06 12 34 56 78 06 98 76 54 32",
]
ABROAD = {
    "US": "(212) 555-0187",
    "GB": "020 7946 0958",
    "DE": "030 1234567",
    "FR": "01 23 45 67 89",
    "ES": "612 34 56 78",
    "IT": "333 123 4567",
    "PT": "912 345 678",
    "NL": "06-12345678",
    "BE": "0470 12 34 56",
    "CH": "079 123 45 67",
    "AT": "0664 1234567",
    "SE": "070-123 45 67",
    "NO": "412 34 567",
    "DK": "32 12 34 56",
    "FI": "040 123 4567",
    "PL": "512 345 678",
    "CZ": "601 123 456",
    "HU": "06 30 123 4567",
    "RO": "0722 123 456",
    "GR": "694 123 4567",
    "TR": "0532 123 45 67",
    "RU": "8 (912) 345-67-89",
    "UA": "067 123 45 67",
    "IL": "050-123-4567",
    "EG": "0100 123 4567",
    "NG": "0803 123 4567",
    "KE": "0712 345678",
    "ZA": "082 123 4567",
    "IN": "98765 43210",
    "PK": "0300-1234567",
    "BD": "01712-345678",
    "CN": "138 0013 8000",
    "JP": "090-1234-5678",
    "KR": "010-1234-5678",
    "SG": "9123 4567",
    "HK": "6123 4567",
    "TH": "081-234-5678",
    "VN": "0912 345 678",
    "ID": "0812-3456-7890",
    "PH": "0917 123 4567",
    "AU": "0412 345 678",
    "NZ": "021 123 4567",
    "BR": "(11) 91234-5678",
    "AR": "11 2345-6789",
    "MX": "55 1234 5678",
    "CO": "300 123 4567",
    "CL": "9 6123 4567",
}
CODES = {
    "US": "+1 212 555 0187",
    "GB": "+44 7911 123456",
    "DE": "+4915112345678",
    "FR": "+33612345678",
    "ES": "+34 612 345 678",
    "IT": "+39 333 1234567",
    "PL": "+48 512 345 678",
    "RU": "+7 912 345-67-89",
    "TR": "+90 532 123 45 67",
    "IN": "+91 98765 43210",
    "CN": "+86 138 0013 8000",
    "JP": "+81 90 1234 5678",
    "BR": "+55 11 91234-5678",
    "NG": "+234 803 123 4567",
    "AE": "+971 50 123 4567",
    "SG": "+65 9123 4567",
    "none": "44 7911 123456",
}


@pytest.mark.shows("6.6", "6.22")
def test_e_mail_addresses() -> None:
    assert {
        text: FILTER.contacts(text, None) for text in MAILS if FILTER.contacts(text, None) != CONTACT
    } == {}


@pytest.mark.shows("6.5", "6.22")
def test_links() -> None:
    assert {text: FILTER.contacts(text, None) for text in LINKS if FILTER.contacts(text, None) != LINK} == {}


@pytest.mark.shows("6.6", "6.22")
@pytest.mark.parametrize("region", [None, "DE", "US"])
def test_phone_numbers(region: str | None) -> None:
    assert {text for text in NUMBERS if FILTER.contacts(text, region) != CONTACT} == set()


@pytest.mark.shows("6.22")
def test_disguises_that_came_later() -> None:
    assert [text for text in MORE if not FILTER.contacts(text, None)] == []


@pytest.mark.shows("6.22")
def test_numbers_as_they_are_written_at_home_and_abroad() -> None:
    for texts in (ABROAD, CODES):
        assert {
            region: text for region, text in texts.items() if FILTER.contacts(text, region) != CONTACT
        } == {}
        called = {region: f"my number is {text}" for region, text in texts.items()}
        assert {region for region, text in called.items() if FILTER.contacts(text, None) != CONTACT} == set()


def test_a_region_is_read_without_case_and_with_its_parts() -> None:
    number = "2125551234"
    for region in ("US", "us", "us-NY", "en_US"):
        assert FILTER.contacts(number, region) == CONTACT
    for unknown in (None, "", "XX", "Atlantis"):
        assert not FILTER.contacts(number, unknown)


AT_HOME = [
    ("ES", "hello 612.34.56.78 bye"),
    ("DK", "hello 34.41.23.45 bye"),
    ("NO", "hello 40.61.23.45 bye"),
    ("IN", "9876543210"),
    ("IN", "९८७६५४३२१०"),
    ("KR", "공일공 일이삼사 오육칠팔"),
    ("SA", "صفر خمسة صفر واحد اثنين ثلاثة أربعة خمسة ستة سبعة"),
    ("SE", "noll sju noll ett två tre fyra fem sex sju"),
    ("US", "+82 10-2000-0000"),
    ("US", "650 (dash) 253 (dash) 0000"),
    ("US", "65O-253-OOOO"),
    ("JP", "０８０ー１２３４ー５６７８"),
]


@pytest.mark.shows("6.22")
@pytest.mark.parametrize(("region", "text"), AT_HOME)
def test_numbers_as_they_are_disguised_at_home(region: str, text: str) -> None:
    assert FILTER.contacts(text, region) == CONTACT
