"""Honest texts with numbers and dots in them: none is hidden, wherever its sender lives."""

from pathlib import Path

import pytest

from rules.filtering.reasons import NONE
from server.filtering import make_filter

FILTER = make_filter()
REGIONS = (None, "DE", "US", "GB", "FR", "IN", "ES")
MORE = (Path(__file__).parent / "tables/honest.txt").read_text().splitlines()
"""Texts that were thought of after the rules were written."""

TIMES = [
    "Can we meet 10.30-12.30?",
    "Passt 10.30-12.30 oder 14.00 - 16.00 Uhr?",
    "open 09:00-17:00, 7 days",
    "de 9h30 à 12h30 ou 14h00-18h00",
    "10.15, 12.30, 18.45 or 20.00?",
    "встреча с 10.30 до 12.30",
    "24/7, all year",
    "the 10.30 to 11.45 slot is free",
]
DATES = [
    "on 2024-05-06 at 10:30",
    "am 04.03.2026 um 10.30",
    "04.03.2026-06.03.2026",
    "vom 1.-3.5.2024",
    "le 14/07/2025 ou le 15/07/2025",
    "on 12/25/2024 or 12-25-2024",
    "2024/05/06",
    "05 06 2024",
    "photos of 20240506 and 20240506_183015",
    "2024年5月6日はどうですか",
    "2024-05-06T10:30:00Z",
    "from 2019-2024, or 1999 – 2004",
    "season 2023/24 and 2024/2025",
    "I was there in 2019 2020 2021",
    "born 1.2.1980",
    "2026. 03. 04. 10:00",
]
COUNTS = [
    "10.000.000 views",
    "12 500 000",
    "1,250,000 people",
    "1'250'000 Einwohner",
    "12 500 000 просмотров",
    "1,00,00,000 rupees",
    "10000000 views in a week!",
    "hemos llegado a 12.500.000 visualizaciones",
    "8 100 000 000 people on earth",
    "over 123456789 downloads",
    "1.234.567,89",
    "1 in 13983816",
    "speed of light: 299792458 m/s",
    "3000000000 base pairs",
]
PRICES = [
    "$12345678",
    "USD 1 250 000",
    "12.500.000 €",
    "Rp 15.000.000",
    "15000000 VND",
    "1 250 000 Ft",
    "price 1.299,00 EUR, was 1.499,00",
    "£1,250,000.00",
    "25 000 000 сум",
    "¥12,500,000",
    "₹12,50,000",
    "R$ 1.250.000,00",
    "1 250 000 Kč oder 50 000 €",
    "CHF 1'250'000.50",
]
MEASURES = [
    "48.8584 2.2945",
    "48.8584, 2.2945",
    "-33.8688 151.2093",
    "52.520008 13.404954",
    "3.14 or 3.14159265",
    "1920x1080 or 3840x2160",
    "-12.5 °C to 37.8 °C",
    "99.95 % or 50/50",
    "2 1/2 cups, 3 eggs, 250 g flour, 1 1/2 tsp",
    "it is 123.456.789 times better",
    "ratio 16:9 and 4:3",
    "e = 2.718281828",
    "0.30000000000000004",
    "scale 1:25000000",
]
BOOKS = [
    "ISBN 978-3-16-148410-0",
    "ISBN 9783161484100",
    "978 3 16 148410 0 is the one",
    "ISBN 0-306-40615-2",
    "0-306-40615-2",
    "isbn 0306406152",
    "3-16-148410-X",
    "ISSN 2049-3630",
    "doi 10.1000/182",
    "arXiv 2401.12345",
    "John 3:16-18, Psalm 119:105-112",
    "pages 123-145 and 1001-1024",
    "aspirin is CAS 50-78-2, water 7732-18-5",
]
SCORES = [
    "6-4 3-6 7-6 4-6 6-3",
    "101-99 98-102 110-108",
    "3:1 2:2 0:4 1:1",
    "won 21-19, 19-21, 21-18",
    "0 0 1 0 2 0 0 1",
    "1 2 3 4 5 6 7 8 9 10",
    "lotto 03 12 24 35 41 49",
    "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6",
    "one two three four five six seven eight",
    "jerseys 7 10 23 and 45",
]
LABELLED = [
    "order number 4915112345",
    "order 112-3456789-1234567",
    "Bestellnummer 0151 2345678",
    "Rechnung Nr. 2024-0012345",
    "invoice INV-20240001234",
    "tracking 1Z999AA10123456784",
    "Sendungsnummer 00340434161094015902",
    "FedEx 1234 5678 9012",
    "numéro de commande 0612345678",
    "pedido nº 600123456",
    "номер заказа 89123456789",
    "订单号 13800138000",
    "注文番号 090-1234-5678",
    "flight LH 1234, train ICE 1005",
    "serial no. SN-12345678",
    "ticket #20241234567",
    "my student id is 2125551234",
    "card 4111 1111 1111 1111",
    "IBAN DE89 3704 0044 0532 0130 00",
    "GB29 NWBK 6016 1331 9268 19",
    "EAN 4006381333931",
    "zip 90210-1234 or 10115",
    "patent US 7654321",
    "case 2023-1234567",
    "color #1234567 or #00ff00",
    "issue 12345678, commit 1234567",
]
VERSIONS = [
    "version 1.2.3.4",
    "v1.2.3.4 or v1.10.12.144",
    "1.2.3.4",
    "Chrome 120.0.6099.109",
    "Windows 10.0.19045.3803",
    "Python 3.11.4, Django 4.2.1",
    "firmware 2.4.100.1",
    "see 1.2.3.1 in the manual",
]
FILES = [
    "readme.md",
    "I read your README.md and main.py",
    "run setup.sh, then main.rs",
    "photos.zip and clip.mov",
    "script.pl or main.cc",
    "notes.txt, index.html, logo.ai",
    "see src/main.py please",
    "main.py:42 fails",
]
DOTS = [
    "Node.js and ASP.NET",
    "System.IO or socket.io",
    "e.g. this, i.e. that, a.m., p.m., etc.",
    "Hello.How are you?",
    "ok.thanks",
    "I like it.it is great",
    "Great.Love your work",
    "see you.love the photos",
    "done.now what?",
    "U.S.A. and U.K. and D.C.",
    "St.Gallen, St.Pauli, Dr.No",
    "J.R.R.Tolkien, Ph.D., B.Sc.",
    "no.1 of 5",
    "z.B. so, d.h. u.a.",
    "at 10.am or 7.pm",
    "wait...what?",
    "yes/no and/or he/she",
    "@anna.li are you there?",
    "will.i.am sings",
    "the dot com bubble",
    "un point de vue, el punto de vista",
    "polka dot top",
    "I am at home. net gain is small",
    "obrigado. com certeza!",
    "look at this: it is great",
    "C++, C#, F#",
    "apples @ 3.50",
    "me @ home, you @ work",
    "(at home) [at work]",
]
HONEST = (
    TIMES + DATES + COUNTS + PRICES + MEASURES + BOOKS + SCORES + LABELLED + VERSIONS + FILES + DOTS + MORE
)


@pytest.mark.shows("6.23")
@pytest.mark.parametrize("region", REGIONS)
def test_no_honest_text_is_hidden(region: str | None) -> None:
    assert {text: FILTER.contacts(text, region) for text in HONEST if FILTER.contacts(text, region)} == {}


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(set(HONEST)) >= 100
    assert FILTER.contacts("", None) == NONE
