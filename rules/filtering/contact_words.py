"""The words that tell contacts from honest numbers and names, in several languages."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


CALLS = _set(
    "call calls calling text texting txt phone phones telephone tel tele ph mob mobile cell cellphone cel whatsapp",
    "whatsap watsapp wapp wa telegram tg viber signal sms mms number numbers num dial ring digits contact reach",
    "imessage facetime ruf rufe rufen anrufen ruft handy handynummer nummer telefon telefonnummer rufnummer telefoon",
    "mobil mobilnummer mobiele bel bellen schreib appelle appelez appeler tél téléphone portable numéro joindre",
    "joignable llama llame llámame llamame llámeme llamar teléfono telefono móvil movil celular número numero",
    "escríbeme escribeme wasap guasap chiama chiamami chiamare cellulare telefonino ligue liga telemóvel telemovel",
    "zap zapzap zadzwoń zadzwon dzwoń numer komórka komorka звони позвони позвоните звоните набери телефон тел номер",
    "номеру вотсап ватсап вацап вайбер телеграм пиши дзвони подзвони ara arayın telefonum numara numaram numarası cep",
    "nomor telepon telpon hp hubungi gọi số zalo điện thoại sđt puhelin soita puhelinnumero volej volejte mobilu sună",
    "sunati suna numărul hívj hívjon telefonszám τηλέφωνο τηλ κινητό κιν πάρε phon nambar اتصل رقم رقمي هاتف واتساب",
    "واتس جوال موبايل تماس شماره تلفن موبایل טלפון נייד מספר התקשר ווטסאפ simu namba piga",
)
"""Close to a number they mark it as a phone number."""

CALLS_UNSPACED = (
    "[\U0001f4de\u260e\U0001f4f1\U0001f4f2\U0001f919]|नंबर|नम्बर|फोन|फ़ोन|कॉल|मोबाइल|व्हाट्सएप|वॉट्सऐप|ফোন|নম্বর|நம்பர்|போன்|ఫోన్|"
    "电话|電話|手机|手機|微信|联系|聯繫|(?<![单證证])号码|(?<![單證])號碼|携帯|(?<![一-鿿])番号|전화|폰|(?<![가-힣])번호|연락|โทร|เบอร์"
)
"""The same for scripts without spaces between words."""

LABELS = _set(
    "order orders invoice isbn issn ismn ean upc gtin asin sku tracking track parcel shipment consignment awb ticket",
    "booking reservation confirmation reference ref case serial model part item customer client student member",
    "membership account acct patent version ver build release firmware article art id ids pin code zip postcode plz",
    "flight train lot batch passport license licence vin imei doi arxiv pmid issue bug commit port hash seed",
    "registration reg barcode policy claim claims iban bic vat ssn siret siren nip pesel cpf cnpj inn page pages row",
    "score scores result results lottery lotto bestellung auftrag rechnung sendung kunde kundennr artikel",
    "aktenzeichen paket commande facture colis suivi référence dossier réf pedido factura seguimiento referencia",
    "encomenda fatura ordine fattura spedizione codice código codigo zamówienie zamówienia faktura paczka заказ",
    "заказа заказу счёт счет счёта трек накладная артикул инн sipariş kargo bestelling factuur beställning ordre",
    "ordrenr pesanan resi طلب الطلب فاتورة הזמנה isin cusip lei udi cas ec nct loto loterie lotería loteria lotteria",
    "euromillions lottozahlen regon rfc الفاتورة الشحنة التتبع الحجز device android ios windows kernel chrome driver",
    "гост снип iso din iec astm sécu sociale expediente dni nie nif org orgnr",
)
"""Directly before a number they name something other than a phone number."""

LABELS_UNSPACED = (
    "第|〒|郵便|受付|会員|订单|訂單|单号|單號|运单|发票|注文|追跡|品番|伝票|주문|송장|คำสั่งซื้อ|พัสดุ"
)

LABEL_ENDINGS = ("nummer", "nummern", "nr", "number", "szám", "numarası")
"""Parts of a compound, as in "Rechnungsnummer", unless the compound is one of CALLS."""

FILLERS = _set(
    "no nr num number nummer numéro numero número n nº id code is was the lautet ist de del di der est es è é رقم",
    "מספר номер номера numarası numer st als pour 号",
)
"""They may occur between a label and its number."""

UNITS = _set(
    "views view vues aufrufe visualizaciones visualizações visualizzazioni просмотров просмотра wyświetleń followers",
    "follower subscribers subs abonnés abonnenten seguidores iscritti подписчиков people persons users personnes",
    "personas pessoas persone menschen leute человек людей osób euros euro eur dollars dollar usd bucks pounds gbp",
    "yen jpy yuan cny rmb won krw rupees inr rupien rupiah idr roubles rubles rub rubel рублей руб рубля гривен kr",
    "kronor kroner sek nok dkk chf franken francs zł zloty pln kč czk ft huf lei ron lira tl try vnd đồng dong reais",
    "pesos mxn ars cop clp ngn naira kes tenge сум сўм soms bitcoin btc sats satoshi km meters metres meter mètres",
    "metros miles kg tons tonnes tonnen bytes kb mb gb tb pixels px rows lines words years jahre ans años anos anni",
    "лет times mal fois veces vezes points punkte point puntos pontos xp steps schritte pas copies downloads units",
    "stück inhabitants einwohner habitants habitantes abitanti жителей mieszkańców streams plays likes listens",
    "visitors votes stimmen voix votos voti hours stunden seconds seconden ms hz watts records files galaxies stars",
    "base transistors parameters cells neurons atoms molecules species documents tokens",
)
"""Directly after a number they name what it counts."""

UNITS_UNSPACED = "円|元|块|塊|人|回|次|個|个|件|万|萬|億|亿|年|再生|원|명|개|번|บาท|คน|ครั้ง|วิว"

DIGIT_WORDS = {
    word: str(digit)
    for digit, words in enumerate(
        [
            "zero oh o null nul noll صفر zéro cero ноль zero nought sıfır",
            "one eins ein un uno um een один bir jeden واحد ett",
            "two too zwei deux dos due dois twee два iki dwa två اثنان اثنين",
            "three drei trois tres tre três drie три üç trzy ثلاثة ثلاثه",
            "four vier quatre cuatro quattro quatro четыре dört cztery fyra أربعة اربعة اربعه",
            "five fünf fuenf cinq cinco cinque vijf пять beş pięć fem خمسة خمسه",
            "six sechs seis sei zes шесть altı sześć sex ستة سته",
            "seven sieben sept siete sette sete zeven семь yedi siedem sju سبعة سبعه",
            "eight acht huit ocho otto oito восемь sekiz osiem åtta ثمانية ثمانيه",
            "nine neun neuf nueve nove negen девять dokuz dziewięć nio تسعة تسعه",
        ]
    )
    for word in words.split()
}
GLUED_DIGITS = ("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""Found also in scripts without spaces."""

BOOKS = _set("isbn issn ean")
"""Directly after a number they mark it as a phone number too."""

REPEATS = {"double": 2, "doppel": 2, "doble": 2, "triple": 3}
HAN_DIGITS = dict(
    zip("〇零一幺二三四五六七八九공영일이삼사오육칠팔구", "00112345678900123456789", strict=True)
)
"""Chinese, Japanese and Korean."""


DOT_WORDS = _set("dot d0t punkt punktum punto point ponto kropka nokta tečka точка крапка")
AT_WORDS = _set(
    "ät arroba chiocciola klammeraffe arobase собака małpa malpa snabela apenstaartje kukac zavináč zavinac"
)

SITES = _set(
    "visit site sites website websites webpage webshop homepage url link links click klick browse web domain http",
    "https www besuch besuche besucht seite webseite internetseite visite visitez visiter lien cliquez visita visitar",
    "sito página pagina enlace strona stronę сайт сайте сайта ссылка ссылке siteye sitesi websitesi situs verkkosivu",
)
"""Close before a name they mark it as a link."""

MAILS = _set(
    "mail mails email emails e-mail mailen maile écris courriel correo escribe posta scrivi почта почту мейл",
    "имейл eposta e-posta epost address adresse adresa write contact",
)
"""Close before `joe at gmail` they mark it as an address."""

PROVIDERS = _set(
    "gmail googlemail hotmail outlook yahoo ymail icloud protonmail proton gmx aol yandex live msn mailru qq zoho",
    "tutanota fastmail libero freenet",
)

WEAK_ZONES = _set(
    "al am as at be by do er es et hm id im in is it je la ma me mr ms mu my na ne ni no nr nu om pa pm ps re sa se si",
    "so st su to us va vi za art baby bar best bio black blue boo book buy call car care casa cash cat center chat",
    "cheap city coffee cool dad dance data date day deal design direct dog dot drive earth eat email events exchange",
    "express fail faith family fan fans fast final fire fish fit food football forum free fun game games gift gives",
    "global gold got gratis green group haus health help here home homes horse hot hotel house how international ist",
    "jetzt joy land law life like live living love man map market meet men mini mit mobile moi mom money movie name",
    "network new news next now off office one open orange page party pay pet phone photo photos pictures pink pizza",
    "place play plus post press prime read red reise rest review rich rip room run safe sale save school search secure",
    "ses seven show sky smart smile social solutions song soy spot star study style support talk target tax taxi team",
    "tickets today tools total town trade training travel uno viva vote voyage watch weather wedding win wine work",
    "works world wow wtf you zero zone",
)
"""Endings that are also words: `Hello.how are you` only lacks a space."""

WEAK_NAMES = _set(
    "t m wa fb ig line about paypal amzn youtu google amazon ebay facebook instagram spotify telegram zalando vinted"
)
"""Before a weak ending they are still known sites: `wa.me`."""

PLAIN_ZONES = _set(
    "com net org info io biz co app dev xyz gg ru de uk eu ком ру рф shop site store club tv ly fr nl pl br jp cn ch",
    "dk cz hu ua",
)
"""Not words, so they are searched after a disguised dot."""

CALLED = _set("info app store")
"""Also names of functions: `logger.info()`."""

SPOKEN_ZONES = PLAIN_ZONES | _set(
    "ai tv ly fr nl pl br jp cn ca ch it es in me au club shop site online store top"
)
"""Searched after the English word `dot`."""

FILE_ZONES = _set("md py sh rs zip mov ps")
SCRIPT_ZONES = _set("pl cc ml ai so in st am")
FILE_STEMS = _set(
    "main test tests index setup install run build app lib mod foo bar readme script utils config configure init",
    "server client makefile cmakelists logo icon banner draft backup example-file parser util module",
)
"""`main.cc` is a file, `allegro.pl` is not."""

NOT_LINKS = _set(
    "merci.de gracias.de asp.net ado.net vb.net ml.net paint.net socket.io java.io java.net system.io",
    "system.net will.i.am",
)
"""Libraries, names and thanks that look like links."""

NO_HOSTS = _set(
    "the a an this that these my your his her our their of polka big two three ein der die das le un les el la su",
    "use using in with and or some",
)
"""Before a spoken dot they are not a name: "the dot com bubble"."""

NOT_SENDERS = _set(
    "look looking see visit find me us shop buy sold sell selling available live stay stop arrive bookings read it",
    "him them more here is was are now info work working works listed online meet hosted store order tickets check",
    "watch view photos pictures prints list details start stream streaming",
)
"""Before `at` they are not the name of a mailbox: "look at example.com"."""

SERVICES = _set(
    "gmail hotmail yahoo icloud protonmail insta instagram ig snap snapchat telegram tg discord kik skype wechat",
    "weixin vx onlyfans vk line zalo kakao kakaotalk tinder инста инстаграм тг телега телеграм телеграмм скайп",
    "дискорд вк انستا انستغرام سناب تيليجرام",
)
"""Services where users have names and get messages by name; `line` counts only in `line id`."""

SERVICES_UNSPACED = "微信|薇信|威信|加v|카톡|인스타|텔레그램|インスタ|カカオ|ไลน์|ไอจี"
"""The same for scripts without spaces between words."""

NO_NAMES = _set(
    "yes yeah yep nope not none never same soon here there dead down banned fixed done later maybe"
)
"""Answers after the name of a service: "Discord: never"."""
