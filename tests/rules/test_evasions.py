"""Ways to disguise one word, and honest texts that look like them."""

import pytest

from tests.rules.filtering import is_in

_EVASIONS = """
spam SPAM Spam sPaM spam! spam. spam… «spam» „spam“ spam's #spam @spam
spam,spam spam/eggs ѕраm ЅРАM sрam spаm ｓｐａｍ 𝓼𝓹𝓪𝓶 𝖘𝖕𝖆𝖒 𝚜𝚙𝚊𝚖 sp𝐚m ⓢⓟⓐⓜ
🅢🅟🅐🅜 🆂🅿🅰🅼 🅂🄿🄰🄼 ⒮⒫⒜⒨ ꜱᴘᴀᴍ ˢᵖᵃᵐ ₛₚₐₘ ꓢꓑꓮꓟ ՏΡΑΜ ЅРАМ spαm sρam şpam spаm
śṗáṁ späm ṩṕặṃ s̷p̷a̷m̷ s͓̽p͓̽a͓̽m͓̽ s⃠p⃠a⃠m⃠ s҉p҉a҉m҉ s⃝p⃝a⃝m⃝
s॑p॑a॑m॑ sิpิaิm ̶s̶p̶a̶m̶ $pam 5p4m $p@m sp4m 5pam! sp@m spa̲m 5ρam
$p4m! @spam! s.p.a.m s-p-a-m s_p_a_m s*p*a*m s·p·a·m s•p•a•m s/p/a/m
s|p|a|m s~p~a~m (s)(p)(a)(m) [s][p][a][m] {s}{p}{a}{m} s★p★a★m
s❤️p❤️a❤️m s👍🏽p👍🏽a👍🏽m s🔥p🔥a🔥m s'p'a'm s,p,a,m s=p=a=m s+p+a+m s→p→a→m
‹s›‹p›‹a›‹m› s°p°a°m s…p…a…m 🇸🇵🇦🇲 sp🇦m
"""
EVASIONS = _EVASIONS.split()
SPACED = [
    *(
        "s p a m",
        "s  p  a  m",
        "s\tp\na m",
        "S P A M !",
        "$ p @ m",
        "5 p 4 m",
        "𝕊 𝕡 𝕒 𝕞",
        "🇸 🇵 🇦 🇲",
        "i s p a m",
    ),
    *(
        "s\u3000p\u3000a\u3000m",
        "s\u2800p\u2800a\u2800m",
        "s\u3164p\u3164a\u3164m",
        "s . p . a . m",
        "s ★ p ★ a ★ m",
    ),
    *("s\u00a0p\u00a0a\u00a0m", "s\u2009p\u2009a\u2009m", "buy a s p a m", "s\u20e0 p\u20e0 a\u20e0 m\u20e0"),
]
UNSEEN = [
    f"s{mark}pa{mark}m" for mark in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u061c\u180e\ufe0f\u115f\u17b4"
]
UNSEEN += [
    "\u202espam\u202c",
    "\u2066spam\u2069",
    "sp\U000e0061am",
    "$\u200bp\u20e0а\u0301ｍ",
    "s\u2065pam",
    "s\x07pam",
]


@pytest.mark.shows("6.3")
@pytest.mark.parametrize("text", EVASIONS + SPACED + UNSEEN)
def test_a_word_is_found_however_it_is_hidden(text: str) -> None:
    assert is_in(text, "spam")
    assert is_in(f"Hello, {text} now", "spam")


HONEST = """
Scunthorpe is a town|I assess the class|passing the grass|No, we sampled it|Spamalot is a musical|The span of a map
A, B and C|Plan C is better?|A+ for you|Meet at 10:30, gate B|I am 18 years old|5p each, 4 m long|a sp @ m
e.g. this, i.e. that
Ben & Jerry's|#holiday #sun|🇩🇪🇫🇷 trip|(see: page 3)|The killer whale|bail me out of jail|a sp a day, am I right
Ich spare am Morgen|Das Essen war gut, am Abend|Straßenbahn|Il a du charme|Je m'appelle Anne, à demain|C'est l'été
El pan está muy rico|¿Cómo estás?|Hola, soy Ana María|O pão está ótimo|Você fala português?|Ciao, come va?
Domani andiamo a Roma|Hej, hur mår du?|Jag heter Åsa|Merhaba, nasılsın?|Iyi günler|Cześć, jak się masz?|Dzień dobry
Привет, как дела?|Спасибо, мама спит|Дякую, друже|Γεια σου, τι κάνεις;|Καλημέρα|مرحبا كيف حالك|شكرا جزيلا
שלום, מה שלומך?|תודה רבה|नमस्ते, आप कैसे हैं?|आपका दिन शुभ हो|ধন্যবাদ, কেমন আছেন?|வணக்கம், எப்படி இருக்கிறீர்கள்?
స్నేహితుడు|สวัสดีครับ สบายดีไหม|ขอบคุณมากค่ะ|เล่นเกม|ສະບາຍດີ|ជំរាបសួរ|မင်္ဂလာပါ|你好，最近怎么样？|谢谢你的帮助
こんにちは、お元気ですか|ありがとうございます|안녕하세요, 반가워요|한국어를 공부해요
Xin chào, bạn khỏe không?|Cảm ơn bạn|Selamat pagi, apa kabar?|Kumusta ka?
Habari yako?|გამარჯობა, როგორ ხარ?|Բարեւ, ինչպե՞ս ես|ሰላም፣ እንዴት ነህ?
"""
LISTED = (
    *(
        "spam",
        "ass",
        "cunt",
        "kill",
        "ball",
        "sex",
        "de",
        "fr",
        "net",
        "c++",
        "18+",
        "#ad",
        "$$$",
        ":)",
        "<3",
        "R&B",
    ),
    *("स्पैम", "스팸", "สแปม", "เงิน", "กม", "傻瓜", "ばか", "محمد", "ילד", "спам", "σπαμ", "🍆", "🇪🇫"),
)


@pytest.mark.shows("6.4", "6.19")
@pytest.mark.parametrize("text", HONEST.strip().replace("\n", "|").split("|"))
def test_honest_texts_have_none_of_the_words(text: str) -> None:
    assert [word for word in LISTED if is_in(text, word)] == []
