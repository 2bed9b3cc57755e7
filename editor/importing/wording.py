"""What single lines of a 公文 look like: numbers, addressees, signature, notes, titles; one predicate each."""

import re
from functools import lru_cache

from editor.model.script import simplified

_OPEN, _CLOSE = "〔\\[（(﹝【〖„［", "〕\\]）)﹞】〗‟］"
_NUMBER = re.compile(rf"[\u3400-\u9fff]{{0,14}}[{_OPEN}][0-9０-９]{{2,4}}[{_CLOSE}]第?[0-9０-９]{{0,4}}号?")
_NUMBER_WITH_HEAD = re.compile(rf"[\u3400-\u9fff]{{1,14}}[{_OPEN}](?:19|20)\d\d[{_CLOSE}]第?\d{{1,4}}号")
_SERIAL = re.compile(r"[（(]?(?:(?:19|20)\d\d年)?第[0-9〇一二三四五六七八九十百]{1,6}[号期][）)]?")
_SEAL = r"[(（](?:代章|盖章|印章|公章|章|印)[）)]"
_ORGANISATION = re.compile(
    r"[\u3400-\u9fff（）·、A-ZＸ×*○]{2,40}(?:政府|办公室|办公厅|委员会|领导小组|联席会议|局|厅|科协|协会|中心|院|党委|委|"
    rf"府办|政府办|科技协会|(?:组织|宣传|统战|社会工作|武装|政治)部|总工会|联合会|法院|检察院)(?:{_SEAL})?"
)
_SEAL_LINE = re.compile(rf"{_SEAL}|[(（][\u3400-\u9fff]{{0,30}}代[章签][）)]")
_RED_HEAD = re.compile(r"[\u3400-\u9fff（）]{1,30}(?:政府|委员会|办公室|办公厅|局|厅|协会|委|小组)文件")
_RECEIVERS = re.compile(
    r"政府|部门|单位|街道|乡镇|各县|各镇|各乡|各区|机构|委员会|企业|学校|院校|园区|办事处|管委会|公司|局|科协|委、|党组|支部"
)
_LABEL = re.compile(r"如下|以下|要求|现将|牵头|责任|配合|附件|负责|抄送|联系|电话|主要|来源|时间|标题")
_AVAILABILITY = re.compile(
    r"[(（\[【]?(?:(?:此件|本件|此文)?(?:删减后|部分)?(?:主动|依申请|不予|公开|不)?(?:公开)(?:发布|属性.{0,8})?"
    r"|(?:此件|本件)(?:发至|登报|不公开|可).{1,14}|(?:信息)?公开(?:选项|属性|方式|形式|类别)[：:].{2,8})[。]?[)）\]】]?"
)
_CONTACT = re.compile(r"[(（]?(?:联系人|联系电话|联系方式|咨询电话|联系单位|联系科室|联络[人员])\s*[：:]?.{0,80}[)）]?")
_ANNEX_MARK = re.compile(r"[【\[]?附\s*(?:(?:件|表|录)\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:]?|[：:])[】\]]?")
_ANNEX_NOTE = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:]\s*\S")
_FILE_LINK = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|et|ofd|zip|rar)\b", re.IGNORECASE)
_PLAN_END = re.compile(
    r"(?:方案|规划|纲要|计划|要点|意见|办法|措施)"
    r"(?:[(（〔\[“”]?(?:(?:19|20)\d\d|试行|草案|征求意见稿|修订|送审稿|稿)[^。，；：）)〕\]《》]{0,14}[)）〕\]”]?){0,2}"
)
_YEARS_ONLY = re.compile(
    r"[(（〔\[]?(?:19|20)\d\d.{0,4}(?:(?:19|20)\d\d)?年?[)）〕\]]?|[(（](?:试行|草案|征求意见稿)[)）]"
)
_NOTICE_END = re.compile(r"(?:的通知|的公告|的通告|的意见|的批复|的函)")
_SENTENCE_MARK = re.compile(r"[。；！？]")
_ISSUING = re.compile(r"印发给你们|现予印发|现予公布|现印发|请.{0,20}(?:执行|实施|落实|遵照)|转发给你们")
_PREAMBLE = re.compile(
    r"(?:特?制定|特?编制|制订|拟定|提出).{0,40}(?:方案|规划|计划|纲要|意见|办法)|^为(?:了|深入|全面|认真|贯彻|进一步|切实)"
)


def squeeze(text: str) -> str:
    """Return `text` without white space."""
    return "".join(text.split())


@lru_cache(maxsize=8192)
def _short(text: str, limit: int) -> str | None:
    return squeeze(simplified(text)) if len(text) <= 4 * limit and len(squeeze(text)) <= limit else None


def doc_number_in(text: str) -> tuple[int, int] | None:
    """Return where a whole document number (发文字号) stands at the end or the start of a short line."""
    found = list(_NUMBER_WITH_HEAD.finditer(text)) if len(text) <= 200 else []
    for match in found:
        title = match.group().rfind("的通知")  # a title may run into its number
        start = match.start() + (title + 3 if title >= 0 else 0)
        if not text[match.end() :].strip(" 　）)") or not text[:start].strip(" 　"):
            return start, match.end()
    return None


def is_doc_number(text: str) -> bool:
    """Return whether the line is a document number (发文字号) and nothing else, complete or cut short."""
    line = _short(text, 40)
    return line is not None and bool(_NUMBER.fullmatch(line.strip("()（）")) or _NUMBER.fullmatch(line))


def is_serial(text: str) -> bool:
    """Return whether the line is the number of an order (令号) or of minutes and nothing else: 第5号, （第3期）."""
    line = _short(text, 20)
    return line is not None and _SERIAL.fullmatch(line) is not None


def is_organisation(text: str) -> bool:
    """Return whether the line is the name of a body that signs (署名), or several beside each other."""
    line = _short(text, 80)
    if line is None or len(line) < 4:
        return False
    parts = simplified(text).split()
    spread = all(len(part) <= 2 for part in parts)  # 云 溪 县 人 民 政 府
    return all(_ORGANISATION.fullmatch(part) for part in ([line] if spread else parts))


def is_seal(text: str) -> bool:
    """Return whether the line only says who sealed for the body above it: （代章）, （县科协代章）."""
    line = _short(text, 36)
    return line is not None and _SEAL_LINE.fullmatch(line) is not None


def is_red_head(text: str) -> bool:
    """Return whether the line is the mark of the issuing body (发文机关标志): 云溪县人民政府文件."""
    line = _short(text, 45)
    return line is not None and _RED_HEAD.fullmatch(line) is not None


def opens_addressees(text: str) -> bool:
    """Return whether the line can open the list of addressees (主送机关) without closing it."""
    return simplified(text).startswith("各") and text.endswith(("，", "、")) and len(text) <= 300


def is_addressees(text: str) -> bool:
    """Return whether the line closes or is the list of addressees (主送机关)."""
    line = _short(text, 300)
    if line is None or _SENTENCE_MARK.search(line) or _LABEL.search(line[:12]):
        return False
    if line.endswith("：") and all(is_organisation(name) for name in re.split("[，、]", line[:-1])):
        return True
    if not _RECEIVERS.search(line):
        return False
    if line.endswith(("：", ":")):
        return not _LABEL.search(line[-8:])
    ending = ("部门", "单位", "机构", "办事处", "委员会", "政府", "企业", "院校", "学校", "公司", "组织", "管委会")
    return line.startswith("各") and line.endswith(ending) and ("，" in line or "、" in line)


def could_be_addressees(text: str) -> bool:
    """Return whether a line right below a title reads as the list of addressees, whatever bodies it names."""
    line = _short(text, 300)
    return line is not None and line.endswith(("：", ":")) and not (_SENTENCE_MARK.search(line) or _LABEL.search(line))


def is_availability(text: str) -> bool:
    """Return whether the line is the note on publication (附注): （此件公开发布）."""
    line = _short(text, 30)
    return line is not None and len(line) >= 4 and _AVAILABILITY.fullmatch(line) is not None


def is_contact(text: str) -> bool:
    """Return whether the line is a note naming whom to call: （联系电话：…）."""
    line = _short(text, 90)
    return line is not None and "。" not in line.rstrip("。") and _CONTACT.fullmatch(line) is not None


def is_annex_mark(text: str) -> bool:
    """Return whether the line is the mark 附件 or 附件1 alone."""
    line = _short(text, 10)
    return line is not None and _ANNEX_MARK.fullmatch(line) is not None


def is_annex_note(text: str) -> bool:
    """Return whether the line opens an annex note (附件说明): 附件：1.任务分工表."""
    return len(text) <= 200 and _ANNEX_NOTE.match(simplified(text)) is not None and not text.endswith("。")


def is_file_link(text: str) -> bool:
    """Return whether the line is the name of a file to download."""
    return len(text) <= 120 and _FILE_LINK.search(text) is not None and "。" not in text


def ends_notice_title(text: str) -> bool:
    """Return whether the line ends as the title of a notice does: …的通知, a number may follow."""
    line = _short(text, 160)
    if line is None or "。" in line or line.startswith(("现将", "根据")):
        return False
    line = line.rstrip(")）")
    if number := doc_number_in(line + "）" if line.endswith("号") else line):
        line = line[: number[0]].rstrip("(（") if number[0] else line[number[1] :]
    match = _NOTICE_END.search(line, max(0, len(line) - 3))
    return match is not None and match.end() == len(line)


def ends_plan_title(text: str) -> bool:
    """Return whether the text is what the title of a plan looks like: …实施方案（2021—2025年）."""
    line = _short(text, 90)
    if line is None or len(line) < 4 or _SENTENCE_MARK.search(line) or "，" in line or "：" in line:
        return False
    if line.startswith(("现将", "附件", "关于印发《", "《", "根据", "按照")):
        return False
    return any(match.end() == len(line) for match in _PLAN_END.finditer(line))


def continues_title(text: str) -> bool:
    """Return whether a line can be part of a title that runs over several lines."""
    line = _short(text, 45)
    return line is not None and not _SENTENCE_MARK.search(line) and not line.endswith(("，", "、", "：", ":"))


def is_years(text: str) -> bool:
    """Return whether the line is only the years of a title: （2021—2025年）, or （试行）."""
    line = _short(text, 20)
    return line is not None and _YEARS_ONLY.fullmatch(line) is not None


def is_issuing_sentence(text: str) -> bool:
    """Return whether the paragraph hands something out: 现将…印发给你们."""
    return len(text) <= 1000 and _ISSUING.search(simplified(text)) is not None


def is_preamble(text: str) -> bool:
    """Return whether the paragraph reads like the preamble of a plan: 为贯彻…，制定本实施方案."""
    return not is_issuing_sentence(text) and _PREAMBLE.search(simplified(text[:3000])) is not None
