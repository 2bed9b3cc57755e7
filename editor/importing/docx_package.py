"""The zip around a docx, read within bounds: entries, sizes, no encryption, no DTD; nothing is unpacked to disk."""

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from editor.model.errors import UnreadableFile

MAX_ENTRIES = 4000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_PART = 40 * 1024 * 1024
_AGAIN = "请在 WPS 或 Word 中打开后另存为新的 .docx 再试。"
_CONTENT_TYPES = "[Content_Types].xml"
_OTHER_KINDS = {"spreadsheetml": "Excel 表格", "presentationml": "演示文稿", "opendocument": "ODF 文档"}


def damaged(why: str) -> UnreadableFile:
    """Return the refusal of a docx that is not what it should be."""
    return UnreadableFile(f"这个 .docx 文件读不出来：{why}。", _AGAIN)


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML part; raises UnreadableFile for a DTD (OOXML forbids it) or broken XML."""
    # Without its zeros, UTF-16 shows its declarations too.
    plain = data.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise damaged("里面有不允许的 DTD 声明")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged("内容损坏、层次过深或某一段过长") from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise damaged("内容损坏")
    return root


class Package:
    """An opened docx; parts are read one by one, each within its own limit."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged("文件不完整或不是 .docx") from error
        entries = self._zip.infolist()
        self._entries = {entry.filename: entry for entry in entries}
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise damaged("解开后过大")
        if len(self._entries) != len(entries):
            raise damaged("里面有重名的部分")
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableFile("这个 .docx 文件加了密码。", "请在 WPS 或 Word 中取消密码后再试。")

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._entries)

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of the part `name`, None if there is no such part."""
        entry = self._entries.get(name)
        return None if entry is None else parse_xml(self._read(entry))

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.file_size > MAX_PART or entry.external_attr >> 28 == 0xA:  # 0xA: a symbolic link
            raise damaged(f"“{entry.filename[:60]}”过大或是链接")
        try:
            with self._zip.open(entry) as part:
                data = part.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise damaged("压缩内容损坏") from error
        if len(data) > MAX_PART:
            raise damaged("解开后过大")
        return data

    def main_part(self) -> str:
        """Return the name of the main document part; raises UnreadableFile where the package is no Word document."""
        types = self.xml(_CONTENT_TYPES)
        if types is None:
            raise self._other_kind("")
        name = self._main_target()
        declared = next(
            (str(entry.get("ContentType", "")) for entry in types if entry.get("PartName") == f"/{name}"), ""
        )
        if name not in self._entries or (declared and "wordprocessingml" not in declared and "ms-word" not in declared):
            raise self._other_kind(declared)
        return name

    def _main_target(self) -> str:
        relations = self.xml("_rels/.rels")
        for relation in [] if relations is None else relations:
            if str(relation.get("Type", "")).endswith("/officeDocument") and relation.get("TargetMode") != "External":
                return posixpath.normpath(str(relation.get("Target", ""))).lstrip("/")
        return "word/document.xml"

    def _other_kind(self, declared: str) -> UnreadableFile:
        hints = declared + " ".join(self._entries)
        hints += "spreadsheetml" if "xl/workbook.xml" in hints else ""
        hints += "presentationml" if "ppt/presentation.xml" in hints else ""
        hints += "opendocument" if re.search(r"\bmimetype\b", hints) else ""
        for sign, kind in _OTHER_KINDS.items():
            if sign in hints:
                return UnreadableFile(f"这是{kind}，不是 Word 文档。", "请把其中的文字另存为 .docx 或 .txt 再试。")
        return damaged("里面没有 Word 正文")
