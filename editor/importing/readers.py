"""Bytes → lines: what kind of file it is, which encoding, and a sentence for what cannot be read."""

import re

from editor.importing.docx_reader import read_docx
from editor.importing.lines import SourceLine
from editor.model.errors import UnreadableFile
from editor.model.unseen import Unseen

MAX_CHARACTERS = 10_000_000
MAX_LINES = 60_000  # not blank; the longest plans have some hundreds
_SAVE_AS_TEXT = "请把正文复制到记事本，另存为 UTF-8 编码的 .txt 再试。"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "这是旧版 .doc（或加密）文件。", "请在 WPS 或 Word 中另存为 .docx 再试。"),
    (b"%PDF", "这是 PDF 文件。", "请用它的 Word 原稿，或把文字复制出来存为 .txt 再试。"),
    (b"{\\rtf", "这是 RTF 文件。", "请在 WPS 或 Word 中另存为 .docx 再试。"),
    (b"\x89PNG", "这是图片。", "请先识别成文字再导入。"),
    (b"\xff\xd8\xff", "这是图片。", "请先识别成文字再导入。"),
    (b"Rar!", "这是压缩包。", "请解压后选择其中的文件。"),
    (b"7z\xbc\xaf", "这是压缩包。", "请解压后选择其中的文件。"),
)
_NEWLINE = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_STRANGE = re.compile(r"[\ue000-\uf8ff\ufffd\x80-\x9f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_USUAL = re.compile(r"[的和是在有，。、]")
_HTML_START = re.compile(r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def read_lines(data: bytes, name: str = "") -> tuple[tuple[SourceLine, ...], tuple[str, ...], Unseen | None]:
    """Return the lines of a .docx, .html or .txt file, notes on what was not read, and what a docx keeps beside them.

    Raises UnreadableFile.
    """
    if not data.strip():
        raise UnreadableFile(f"文件{_quoted(name)}是空的。", "请选择有内容的文件。")
    for signature, what, next_step in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(what, next_step)
    if data.startswith(b"PK"):
        lines, notes, unseen = read_docx(data)
        _check_length(sum(len(line.text) for line in lines))
        return _counted(lines, name), notes, unseen
    return split_text(decode(data, name), name), (), None


def split_text(text: str, name: str = "") -> tuple[SourceLine, ...]:
    """Return the lines of a text, or of a web page where the name or the text says so; raises UnreadableFile."""
    _check_length(len(text))
    if name.lower().endswith((".html", ".htm")) or _HTML_START.match(text):
        # Imported here: lxml.html costs 30 ms, which every start without a web page would pay.
        from editor.importing.html_reader import read_html

        return _counted(read_html(text), name)
    return _counted(tuple(SourceLine(number, line) for number, line in enumerate(_NEWLINE.split(text), 1)), name)


def decode(data: bytes, name: str = "") -> str:
    """Return the text of UTF-8, UTF-16 (with BOM) or GB18030 bytes; raises UnreadableFile for anything else."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            break
    else:
        if b"\0" in data:
            raise _no_text(name)
        text = _decoded(data, "utf-8")
        if text is None:
            text = _decoded(data, "gb18030")
            text = text if text is not None and _reads_as_chinese(text) else None
    if text is None:
        raise UnreadableFile(f"文件{_quoted(name)}的文字编码认不出来（应为 UTF-8 或 GB18030）。", _SAVE_AS_TEXT)
    if len(_CONTROL.findall(text[:100_000])) * 50 > min(len(text), 100_000):
        raise _no_text(name)
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:  # another encoding is tried, or the caller refuses
        return None


def _reads_as_chinese(text: str) -> bool:
    """Return whether text decoded as GB18030 can be Chinese: other encodings decode too, but to rare characters."""
    sample = text[:100_000]
    han = len(_HAN.findall(sample))
    if not han or len(_STRANGE.findall(sample)) * 50 > len(sample):
        return False
    return han < 50 or len(_USUAL.findall(sample)) * 100 > han


def _check_length(characters: int) -> None:
    if characters > MAX_CHARACTERS:
        raise UnreadableFile(
            f"文字有 {characters // 10_000} 万字，超过 {MAX_CHARACTERS // 10_000} 万字的上限。", "请拆分后再试。"
        )


def _counted(lines: tuple[SourceLine, ...], name: str) -> tuple[SourceLine, ...]:
    count = sum(1 for line in lines if line.text.strip())
    if not count:
        raise UnreadableFile(f"文件{_quoted(name)}是空的，没有文字。", "请选择有内容的文件。")
    if count > MAX_LINES:
        raise UnreadableFile(f"文件超过 {MAX_LINES} 行，不像一份方案。", "请只保留通知和方案的正文再试。")
    return lines


def _no_text(name: str) -> UnreadableFile:
    if name.lower().endswith(".docx"):
        what = f"文件{_quoted(name)}已损坏，不是有效的 Word 文件。"
        return UnreadableFile(what, "请打开原稿，另存为新的 .docx 再试。")
    return UnreadableFile(f"文件{_quoted(name)}不是文本文件。", "请选择 .docx、.txt 或 .html 文件。")


def _quoted(name: str) -> str:
    return f"“{name}”" if name else ""
