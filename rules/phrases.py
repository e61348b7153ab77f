"""How people greet and ask, in several languages: small letters, without accents and apostrophes."""

GREETINGS = """
hi, hiya, hey, heya, hello, helo, halo, hallo, yo, sup, howdy, greetings, good morning, good afternoon,
good evening, good day, good night, gm, morning, how are you, how are you doing, how r u, how are u, how is it going,
hows it going, how do you do, whats up, what is up, wassup, wyd, hru, hi there, hey there, hello there, hi everyone,
hello everyone, hello again, hi again, nice to meet you,
hola, buenas, buenos dias, buenas tardes, buenas noches, que tal, como estas, como esta, que pasa,
oi, ola, bom dia, boa tarde, boa noite, tudo bem, tudo bom, como vai, e ai,
salut, bonjour, bonsoir, coucou, ca va, comment ca va, comment vas tu, comment allez vous,
guten tag, guten morgen, guten abend, gute nacht, moin, servus, gruß dich, grußt euch, gruß gott, wie gehts,
wie geht es dir, wie geht es ihnen, na,
ciao, buongiorno, buonasera, salve, come va, come stai, tutto bene,
hoi, goedemorgen, goedemiddag, goedenavond, hoe gaat het, alles goed,
hej, hejsan, tjena, god morgon, god kvall, hur mar du, hvordan gar det, moi, terve, hei, god dag,
czesc, siema, dzien dobry, dobry wieczor, co tam, jak sie masz, ahoj, dobry den, jak se mas,
merhaba, selam, gunaydin, iyi aksamlar, nasilsin, naber,
geia, geia sou, γεια, γεια σου, γεια σας, καλημερα, καλησπερα, τι κανεις,
привет, приветик, здравствуи, здравствуите, добрыи день, добрыи вечер, доброе утро, как дела, как ты, хаи, прив,
привіт, добрии день, як справи, вітаю,
مرحبا, اهلا, اهلا وسهلا, السلام عليكم, سلام, صباح الخير, مساء الخير, كيف حالك, هاي, هلا, درود,
שלום, היי, הי, מה נשמע, מה קורה,
नमस्ते, नमस्कार, हाय, हैलो, कैसे हो, आप कैसे हैं, namaste, kaise ho, salam, assalamualaikum, apa kabar, selamat pagi, hai,
xin chao, chao, chao ban, chao em, chao anh, สวัสดี, สวัสดีครับ, สวัสดีค่ะ, หวัดดี,
你好, 您好, 你好吗, 嗨, 哈喽, 哈啰, 早上好, 晚上好, 早安, 晚安, 在吗, 在嗎, 你好嗎,
こんにちは, こんばんは, おはよう, おはようございます, はじめまして, やあ, どうも, もしもし, お元気ですか,
안녕, 안녕하세요, 하이, 여보세요, 반가워요, 반갑습니다, 잘 지내요
"""
"""With commas between."""

QUESTIONS = """
what, whats, how, hows, why, whens, wheres, whos, when is, when are, when do, when does, when can, when will,
where is, where are, where do, where does, where did, where can, who is, who are, who does, which one,
do you, did you, does it, does this, does anyone, are you, is it, is there, is this, is that, are there, are these,
can you, can i, can we, could you, could i, could we, would you, will you, would it, have you, has it, may i,
should i, should we, shall we, any chance, any idea, wanna, do u, are u, can u, r u, wondering if, wondered if,
kannst du, konntest du, hast du, bist du, magst du, willst du, weißt du, darf ich, kann ich, konnen sie, haben sie,
wie viel, wieviel, warum, wieso, wie geht, wie hast, was kostet, was ist, was machst, wo ist, wann ist,
est ce que, pourquoi, combien, peux tu, pouvez vous, avez vous, est ce, puis je,
cuanto, cuando es, por que, puedo, puedes, quanto custa, voce pode, voce tem, czy, misin, musun, هل, 吗, 嗎, क्या
"""
"""By which one asks without a question mark, and which hardly stand in what asks nothing."""

ENDINGS = ("吗", "嗎", "呢", "么", "か", "かな", "까", "나요", "니", "은가요", "인가요")
"""By which a sentence asks without a question mark."""

ABBREVIATIONS = "mr|mrs|ms|dr|prof|st|vs|etc|ca|bzw|usw|nr|sr|sra|approx"
"""After which a full stop ends no sentence; and after single letters."""
