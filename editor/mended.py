"""What stands wrong in an imported source alone, since the import mended it or left it out: findings without a fix."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editor.importing.result import Dropped, Imported, Role
from editor.model.document import Block, BlockKind, Document, Metadata
from templates.analysis import analyse
from validators.diagnostic import Diagnostic, Related, Severity, TextRange
from validators.engine import Validator
from validators.patterns import shorten
from validators.rule import all_rules, find_rule

# A place in the source that no block of the document holds; the rest of the id is the number of the line.
LINE = "line:"
_IN_ELEMENTS = ("NUM001", "NUM002", "NUM003", "NUM005", "NUM013")
_MARKUP, _INVISIBLE, _PINYIN, _PAGE = "TXT005", "TXT003", "TXT013", "TXT016"
_CLASSES = (
    (re.compile("书签|标签|域代码|标记符号|字符代码"), _MARKUP, "复制时带进来的代码"),
    (re.compile("看不见|控制字符"), _INVISIBLE, "看不见的字符"),
    (re.compile("注音"), _PINYIN, "汉字后面的注音"),
    (re.compile("网页"), _PAGE, "网页外壳、信息表的文字"),
)
_ISSUER = "ELM006"
_PUBLISHER = re.compile(r"[-·•\s]*[\[【]?\s*发布(?:机构|机关|单位)\s*[\]】]?\s*[：:]?\s*(.*?)(?:\s{2,}|$)")
_LONGEST_NAME = 30
_TITLES = (Role.NOTICE_TITLE, Role.PLAN_TITLE)
_SIGNED = (Role.SIGNATURE_ISSUER, Role.SIGNATURE_DATE)


def mended_findings(imported: Imported | None) -> tuple[Diagnostic, ...]:
    """Return one finding for each kind of slip that the source has and the document no longer shows."""
    if imported is None:
        return ()
    found = [
        *_in_printed_texts(imported),
        *_publisher(imported),
        *_titles(imported),
        *_signature(imported),
        *_left_out(imported.noise),
    ]
    return tuple(replace(one, fix=None) for one in found)


def _run(codes: Sequence[str], document: Document) -> tuple[Diagnostic, ...]:
    rules = [rule for rule in all_rules() if rule.code in codes]
    return Validator(rules).run(analyse(document))


def _in_printed_texts(imported: Imported) -> Iterator[Diagnostic]:
    """Yield half-width marks (once), and slips of 发文字号 and 成文日期, which are imported in their normal form."""
    if not imported.printed:
        return
    printed, document = imported.printed, imported.document
    blocks = tuple(replace(block, text=printed.get(block.id, block.text)) for block in document.blocks)
    texts = {key: text for key, text in printed.items() if key.startswith("meta:")}
    lines = {key.removeprefix("meta:"): text for key, text in texts.items()}
    metadata = replace(document.metadata, **lines)  # type: ignore[arg-type]
    mended = ("meta:doc_number", "meta:signature_date")
    elements = tuple(Block(key, BlockKind.PARAGRAPH, texts[key]) for key in mended if key in texts)
    yield from _run(("PUN002",), replace(document, blocks=blocks, metadata=metadata))
    yield from _run(_IN_ELEMENTS, Document(blocks=elements))


def _lines(imported: Imported, roles: Iterable[Role]) -> list[tuple[int, str]]:
    return [(line, imported.source.get(line, "")) for line, role in imported.roles.items() if role in roles]


def _titles(imported: Imported) -> Iterator[Diagnostic]:
    """Yield a title whose lines broke inside a word before the import joined them."""
    for role in _TITLES:
        lines = _lines(imported, (role,))
        blocks = tuple(Block(f"{LINE}{number}", BlockKind.TITLE, text.strip()) for number, text in lines)
        yield from _run(("ELM030",), Document(blocks=blocks))


def _signature(imported: Imported) -> Iterator[Diagnostic]:
    """Yield once that the signature was moved to the right with blanks."""
    lines = _lines(imported, _SIGNED)
    blocks = tuple(Block(f"{LINE}{number}", BlockKind.PARAGRAPH, text) for number, text in lines)
    found = _run(("ELM031",), Document(metadata=Metadata(), blocks=blocks))
    if found:
        yield replace(found[0], related=tuple(_place(one) for one in found[1:]))


def _publisher(imported: Imported) -> Iterator[Diagnostic]:
    """Yield that the page names another publisher (发布机构) than the paper's signature, or clips its name."""
    issuer = imported.document.metadata.issuer
    lines = sorted(imported.source.items())
    for at, (number, text) in enumerate(lines):
        label = _PUBLISHER.match(text)
        if label is None or imported.roles.get(number) not in (Role.NOISE, Role.METADATA) or not issuer:
            continue
        if not label[1] and at + 1 < len(lines):  # the value stands on the next line
            number, text = lines[at + 1]
        name = (label[1] or text).strip("-·• \t\u3000")
        if name and not issuer.endswith(name) and len(name) <= _LONGEST_NAME:
            message = f"网页信息表的发布机构是“{name}”，署名是“{issuer}”，写法不一致。"
            yield _at_line(_ISSUER, message, number, Severity.HINT)
        return


def _place(found: Diagnostic) -> Related:
    return Related(found.range.block_id if found.range else "", found.message)


def _left_out(noise: Sequence[Dropped]) -> Iterator[Diagnostic]:
    """Yield one finding for each class of remnant, at its first line."""
    for pattern, code, what in _CLASSES:
        entries = [entry for entry in noise if pattern.search(entry.why)]
        if entries:
            yield _remnant(code, what, entries)


def _at_line(code: str, message: str, line: int, severity: Severity | None = None) -> Diagnostic:
    rule = find_rule(code)
    if rule is None:
        raise LookupError(f"no rule {code}")
    where = TextRange(f"{LINE}{line}", 0, 0)
    return Diagnostic(rule.code, rule.name, severity or rule.severity, message, where, rule.source, rule.reason)


def _remnant(code: str, what: str, entries: Sequence[Dropped]) -> Diagnostic:
    first = entries[0]
    visible = "" if code == _INVISIBLE else f"“{shorten(first.text.strip(), 16)}”"
    count = f"等{len(entries)}处" if len(entries) > 1 else ""
    message = f"原文里有{what}{visible}{count}，导入时已去掉，源文件里也要删去。"
    related = tuple(Related(f"{LINE}{entry.line}", shorten(entry.text.strip(), 16)) for entry in entries[1:])
    found = _at_line(code, message, first.line, Severity.HINT if code == _PAGE else None)
    return replace(found, related=related)
