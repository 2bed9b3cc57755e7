"""The document as an immutable value: a template reference, metadata and a flat tuple of blocks."""

import os
import re
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is; a block is one paragraph in Qt and in Word (a table is one block)."""

    TITLE = "title"  # title of the plan (方案标题), or of an annex when it follows an ANNEX block
    HEADING = "heading"  # level 1–4; may carry run-in text after its first 。
    PARAGRAPH = "paragraph"
    TABLE = "table"  # cells in `rows`, text empty
    ANNEX_NOTE = "annex-note"  # 附件说明, such as 附件：1.任务分工表
    ANNEX = "annex"  # the mark 附件 / 附件1 that opens an annex on a new page


class Level(StrEnum):
    """Administrative level of the issuing place."""

    COUNTY = "county"  # 县、区、县级市、旗
    CITY = "city"  # 设区的市、自治州、盟
    PROVINCE = "province"


class Form(StrEnum):
    """The format of an official document (公文格式) in GB/T 9704: clause 7, or a special format of clause 10."""

    FILE = "file"  # 文件: 下行文, 平行文
    UPWARD = "upward"  # 上行文: with 签发人 (7.2.6)
    LETTER = "letter"  # 信函格式 (10.1)
    ORDER = "order"  # 命令（令）格式 (10.2)
    MINUTES = "minutes"  # 纪要格式 (10.3)


class Seal(StrEnum):
    """How an official document is signed (7.3.5)."""

    NONE = "none"  # 不加盖印章 (7.3.5.2)
    STAMP = "stamp"  # 加盖印章 (7.3.5.1)
    SIGNATURE = "signature"  # 加盖签发人签名章 (7.3.5.3)


# Line separators inside a block: Qt's Shift+Enter is U+2028, Word's soft break is a vertical tab.
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Not allowed in XML 1.0 or in an interchange of text (Qt makes new lines of U+FDD0), or half a character.
_ILLEGAL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNCLEAN = re.compile(r"[\x00-\x08\n\v\f\r\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> list[str]:
    """Return the lines of `text` as a block may hold them: no line breaks, control characters or half characters.

    The one way text enters the model, so that a later export cannot be refused by XML.
    """
    lines = _LINE_BREAK.split(text) if _UNCLEAN.search(text) else [text]
    return [_SURROGATE.sub("\ufffd", _ILLEGAL.sub("", line)) for line in lines]


def clean_line(text: str) -> str:
    """Return `text` cleaned and joined to one line."""
    return "".join(clean(text))


def new_id() -> str:
    """Return a fresh block id."""
    return os.urandom(6).hex()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table; frozen and hashable, so that a finding about it can be kept.

    `level` is 1–4 for headings and 0 otherwise. `requirements` are template ids tied by hand; empty means that
    coverage finds the tie. `extra` holds keys of a newer program as JSON text. Raises ValueError for unclean text.
    """

    id: str
    kind: BlockKind
    text: str = ""
    level: int = 0
    requirements: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    extra: str = ""

    def __hash__(self) -> int:
        """Equal blocks have equal ids and texts; the rest rarely tells two apart and would cost at every key."""
        return hash((self.id, self.text))

    def __post_init__(self) -> None:
        if _UNCLEAN.search(self.text):
            raise ValueError(f"unclean text in block {self.id}")


@dataclass(frozen=True, slots=True)
class Unit:
    """One organisation of the place, as the unit register (单位库) knows it."""

    id: str
    name: str  # full name as on the seal (全称): 云溪县教育和体育局
    short: str  # normalised short name (规范化简称): 县教育体育局
    aliases: tuple[str, ...] = ()  # usual names (习惯简称): 县教体局
    former: tuple[tuple[str, int], ...] = ()  # former names (曾用名) and the year each ended
    kind: str = "government"  # party, government, mass, vertical, institution, enterprise, court, local, collective
    level: Level = Level.COUNTY
    functions: tuple[str, ...] = ()  # office functions that template leads refer to: education, agriculture …
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that somebody has looked at and lets stand (忽略此处), with the reason.

    `block_id` is a block, "meta:<key>" or empty for what is missing as a whole; `text` holds the words found, or the
    message of a finding without words. Once the words change, the finding is reported again.
    """

    code: str
    block_id: str
    text: str
    reason: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Superior:
    """The superior's plan (上级方案) that a plan is held against: its body, and what its 公文 elements say.

    It is kept inside the plan, so that the plan can be moved and mailed without a second file.
    """

    name: str  # of the file it was read from, without folder
    blocks: tuple[Block, ...]
    place: str = ""
    level: Level = Level.COUNTY
    doc_number: str = ""
    signature_date: str = ""
    period_start: int | None = None
    period_end: int | None = None
    extra: str = ""

    def __hash__(self) -> int:
        """Equal plans have equal names and lengths; the rest rarely tells two apart."""
        return hash((self.name, len(self.blocks)))

    @property
    def title(self) -> str:
        """Return the plan's title, the name of its file where it has none."""
        titles = []
        for block in self.blocks:
            if block.kind is BlockKind.TITLE:
                titles.append(block.text.strip())
            elif titles:
                break
        return "".join(titles) or self.name


@dataclass(frozen=True, slots=True)
class Metadata:
    """The 公文 elements, the plan's own fields and the register of units; dates are ISO where they are dates.

    Texts are what is printed, without layout. An empty string means: not given, left out cleanly.
    """

    place: str = ""  # 云溪县
    level: Level = Level.COUNTY
    layers: tuple[str, ...] = ()  # template layers above the place, nearest last: ("shandong",)
    period_start: int | None = None  # 2026
    period_end: int | None = None  # 2030
    form: Form = Form.FILE
    seal: Seal = Seal.NONE
    copy_number: str = ""  # 份号, as printed: 000001
    secrecy: str = ""  # 密级和保密期限, as printed: 机密★1年
    urgency: str = ""  # 紧急程度: 特急, 加急
    issuer: str = ""  # 发文机关, full name; also the 署名
    joint_issuers: str = ""  # the other agencies of a 联合行文, in order, with 、 between them
    signers: str = ""  # 签发人 of an 上行文, with 、 between them, in the order of the agencies
    issuer_mark: str = ""  # 发文机关标志; empty: issuer + 文件
    doc_number: str = ""  # 发文字号: 云政发〔2026〕3号
    notice_title: str = ""  # 标题 of the notice
    addressees: str = ""  # 主送机关 as printed, without the colon: 各乡镇人民政府，县政府各部门
    notice_body: str = ""  # paragraphs of the notice, one a line
    signature_date: str = ""  # 成文日期, ISO; printed text where it is no date
    signatory_post: str = ""  # 签发人职务, beside a 签名章: 县长
    signatory: str = ""  # whose 签名章 it is; empty: the room for it stays blank
    attendees: str = ""  # 出席 of a 纪要, as printed, without the label
    absentees: str = ""  # 请假
    observers: str = ""  # 列席
    contact: str = ""  # a note with telephone, without parentheses: 联系电话：县科协，87880000
    availability: str = ""  # 附注, without parentheses: 此件公开发布
    copy_to: str = ""  # 抄送, without 抄送： and final stop
    printing_office: str = ""  # 印发机关
    printing_date: str = ""  # 印发日期, ISO
    units: tuple[Unit, ...] = ()  # in the fixed order of the place
    fields: tuple[tuple[str, str], ...] = ()  # the template's fields: id, value
    not_applicable: tuple[str, ...] = ()  # requirements declared 不涉及
    rules_off: tuple[str, ...] = ()  # codes of rules that this plan does not want
    rules_on: tuple[str, ...] = ()  # codes of rules off by default that it does
    superior: Superior | None = None
    ignored: tuple[Ignored, ...] = ()
    extra: str = ""

    @property
    def prefix(self) -> str:
        """Return the character local names start with: 县, 区, 市, 旗, 州; empty without a place."""
        return self.place[-1:]

    def field(self, name: str) -> str:
        """Return the value of the template field `name`, empty if it has none."""
        return next((value for key, value in self.fields if key == name), "")


@dataclass(frozen=True, slots=True)
class Document:
    """One plan with its notice: everything else (outline, assignments, coverage …) is derived from this."""

    template: str = ""  # template id
    metadata: Metadata = field(default_factory=Metadata)
    blocks: tuple[Block, ...] = ()
    extra: str = ""

    def index(self, block_id: str) -> int:
        """Return the position of a block; raises KeyError for an id that is not (or no longer) there."""
        for position, block in enumerate(self.blocks):
            if block.id == block_id:
                return position
        raise KeyError(block_id)


# Metadata texts that are checked like paragraphs; a finding in one points at block id "meta:<key>".
CHECKED_FIELDS = (
    *("copy_number", "secrecy", "urgency", "issuer", "joint_issuers", "issuer_mark", "doc_number", "signers"),
    *("notice_title", "addressees", "notice_body", "attendees", "absentees", "observers"),
    *("signatory_post", "signatory", "availability", "contact", "copy_to", "printing_office"),
)


def metadata_block(metadata: Metadata, key: str) -> Block:
    """Return the metadata text `key` as a block with id "meta:<key>", so that checks can read it.

    Line breaks of a text with several paragraphs become spaces of the same length: offsets stay true.
    """
    text: str = getattr(metadata, key)
    return Block(f"meta:{key}", BlockKind.PARAGRAPH, text.replace("\n", " "))
