"""Beginnings and ends of words in scripts that write no space, or an ending, there."""

import pytest

from tests.rules.filtering import is_in

ANYWHERE = [
    ("Thai", "สแปม", "นี่คือสแปมนะ"),
    ("Thai, money", "เงิน", "ส่งเงินมาให้หน่อย"),
    ("Thai, free", "ฟรี", "ของฟรีที่นี่"),
    ("Thai, at the beginning", "ฟรี", "ฟรีวันนี้"),
    ("Thai, at the end", "ฟรี", "ของนี้ฟรี"),
    ("Thai, in Latin", "ฟรี", "promoฟรีtoday"),
    ("Thai, spaced", "สแปม", "ส แ ป ม"),
    ("Thai, dotted", "สแปม", "ส.แ.ป.ม"),
    ("Thai, decorated", "สแปม", "ส⃠แ⃠ป⃠ม⃠"),
    ("Thai, with a digit", "เว็บ88", "เข้าเว็บ88เลย"),
    ("Lao", "ຟຣີ", "ຂອງຟຣີຢູ່ນີ້"),
    ("Lao, money", "ເງິນ", "ສົ່ງເງິນໃຫ້ຂ້ອຍ"),
    ("Khmer", "លុយ", "ផ្ញើលុយមកខ្ញុំ"),
    ("Khmer, stacked", "ឥតគិតថ្លៃ", "នេះឥតគិតថ្លៃណា"),
    ("Burmese", "အခမဲ့", "ဒါကအခမဲ့ပါ"),
    ("Burmese, stacked", "ပိုက်ဆံ", "ငါ့ကိုပိုက်ဆံပို့ပါ"),
    ("Tibetan", "དངུལ", "ང་ལ་དངུལ་སྤྲོད"),
    ("Javanese", "ꦢꦸꦮꦶꦠ꧀", "ꦲꦏꦸꦢꦸꦮꦶꦠ꧀ꦱꦶꦗꦶ"),
    ("Chinese", "傻瓜", "你这个傻瓜吗"),
    ("Chinese, old characters", "免費", "今天免費送你"),
    ("Japanese", "スパム", "これはスパムです"),
    ("Japanese, half width", "スパム", "これはｽﾊﾟﾑです"),
    ("Japanese, hiragana", "ばか", "おまえはばかだ"),
    ("Bopomofo", "ㄅㄆ", "這ㄅㄆ那"),
    ("Yi", "ꀀꀁ", "ꀂꀀꀁꀃ"),
    ("in Latin", "spam", "นี่คือspamนะ"),
    ("in Chinese", "spam", "这是spam吗"),
]


@pytest.mark.shows("6.18")
@pytest.mark.parametrize(("word", "text"), [row[1:] for row in ANYWHERE], ids=[row[0] for row in ANYWHERE])
def test_a_word_is_found_anywhere(word: str, text: str) -> None:
    assert is_in(text, word)


@pytest.mark.shows("6.18")
@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("กม", "เกม"),
        ("คน", "คนิ"),
        ("สแป", "สแปะ"),
        ("ปม", "สแปม"),
        ("ມາ", "ໄມາ"),
        ("កម", "កម្ម"),
        ("မက", "မ္မက္က"),
        ("傻瓜", "傻大瓜"),
    ],
)
def test_half_a_syllable_is_no_word(word: str, text: str) -> None:
    assert not is_in(text, word)


@pytest.mark.shows("6.18")
@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("스팸", "스팸", True),
        ("스팸", "이거 스팸을 보내지 마", True),
        ("스팸", "스팸입니다!", True),
        ("스팸", "(스팸이야)", True),
        ("스팸", "스 팸", True),
        ("스팸", "스.팸.을", True),
        ("스팸", "스\u200b팸은", True),
        ("스팸", "ㅅ스팸", False),
        ("spam", "spam을 보내", True),
        ("spam", "$p4m이야", True),
        ("vip클럽", "vip클럽에서", True),
        ("spam", "antispam을", False),
        ("개", "3개 주세요", False),
        ("스팸", "노스팸", False),
        ("스팸", "안스팸을", False),
        ("스팸", "스팽", False),
        ("공짜 돈", "공짜 돈을 드려요", True),
        ("공짜 돈", "공짜 큰돈", False),
        ("스팸mail", "스팸mails", False),
        ("18금", "18금입니다", True),
        ("#광고", "#광고입니다", True),
        ("#광고", "광고입니다", False),
    ],
)
def test_a_korean_word_is_found_from_its_beginning(word: str, text: str, found: bool) -> None:
    assert is_in(text, word) is found


@pytest.mark.shows("6.4", "6.18")
@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("ass", "assess"),
        ("cunt", "Scunthorpe"),
        ("ας", "ασπρο"),
        ("сос", "соседи"),
        ("محم", "محمد"),
        ("יל", "ילד"),
        ("कल", "कलम"),
        ("বল", "বলদ"),
        ("கல்", "கல்வி"),
        ("ሰላ", "ሰላም"),
        ("სპა", "სპამი"),
        ("սպա", "սպամ"),
    ],
)
def test_scripts_with_spaces_have_whole_words(word: str, text: str) -> None:
    assert is_in(f"{word}.", word)
    assert not is_in(text, word)
