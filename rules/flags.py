"""Flags: two regional indicators are one sign where there is such a flag, else letters."""

import re

_A = 0x1F1E6
_INDICATORS = re.compile("[\U0001f1e6-\U0001f1ff]+")
_LETTERS = {_A + place: chr(ord("a") + place) for place in range(26)}
_REGIONS = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz
ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cu cv cw cx cy cz de dg dj dk dm do dz ea ec ee eg eh er es et eu
fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic id ie il im in io
iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk
ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr
ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta tc td tf tg th tj
tk tl tm tn to tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw
"""
_FLAGS = frozenset(_REGIONS.split())


def apart(text: str) -> str:
    """Flags as words of their own; a run of indicators that is not flags throughout as the letters it shows."""
    return _INDICATORS.sub(_read, text)


def has_indicator(text: str) -> bool:
    """Whether half a flag is in it."""
    return not text.isascii() and _INDICATORS.search(text) is not None


def _read(run: re.Match[str]) -> str:
    letters = run[0].translate(_LETTERS)
    starts = range(0, len(letters), 2)
    if all(letters[at : at + 2] in _FLAGS for at in starts):
        return "".join(f" {run[0][at : at + 2]} " for at in starts)
    return letters
