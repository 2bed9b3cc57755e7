"""Files on disk: names that every system takes, writing whole or not at all, reading within bounds."""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from editor.model.errors import UnreadableFile, UnwritableFile

MAX_BYTES = 50 * 1024 * 1024
_IMPOSSIBLE = frozenset('\\/:*?"<>|')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *\.|$)", re.IGNORECASE)
_LONGEST_NAME = 80  # characters: 255 bytes are the most that a folder holds


def safe_name(text: str, longest: int = _LONGEST_NAME) -> str:
    """Return a file's name without its ending that Windows and Linux take, made of `text`; "" where nothing is left."""
    kept = (char for char in text if char == " " or (char not in _IMPOSSIBLE and _category(char) not in "CZ"))
    name = "".join(kept)[:longest].strip(" .").encode()[: 3 * longest].decode(errors="ignore").rstrip(" .")
    return f"_{name}" if _RESERVED.match(name) else name


def _category(char: str) -> str:
    return unicodedata.category(char)[0]


def refuse_open(path: Path) -> None:
    """Raise UnwritableFile for a target that Word, WPS or LibreOffice holds open.

    Word leaves out two letters of a long name: `~$name.docx`.
    """
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#", f".~{path.name}")
    held = next((lock for lock in locks if (path.parent / lock).exists()), None)
    if held is not None:
        raise UnwritableFile(
            f"“{path.name}”正在其他程序中打开（有锁定文件“{held}”），没有写入。", "请先关闭它，或另存为其他名称。"
        )


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all; a link is followed, the file's mode is kept.

    Raises UnwritableFile; what stood there before is then untouched.
    """
    target = _real(path)
    temporary = target.with_name(f".{target.name[:60]}.{os.urandom(4).hex()}.tmp")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a directory")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only file")
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        _remove(temporary)
        raise _unwritable(path, error) from error


def write_folder(path: Path, files: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Make the folder `path` with these files, whole or not at all; raises UnwritableFile.

    A folder that holds something is refused unless `replace`: then files of the same name are replaced, each whole,
    and the others stay.
    """
    target = _real(path)
    temporary = target.with_name(f".{target.name[:60]}.{os.urandom(4).hex()}.tmp")
    try:
        if target.exists() and not target.is_dir():
            raise UnwritableFile(f"“{target.name}”是一个文件，不能当作文件夹写入。", "请换一个文件夹名。")
        filled = target.is_dir() and any(target.iterdir())
        if filled and not replace:
            raise UnwritableFile(
                f"文件夹“{target.name}”里已有文件，没有写入。", "请换一个新文件夹，或确认后再写入其中。"
            )
        place = target if filled else temporary
        place.mkdir(exist_ok=filled)
        for name, data in files.items():
            write_atomically(place / name, data)
        if not filled:
            if target.is_dir():
                target.rmdir()
            temporary.rename(target)
            _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    finally:
        _remove_folder(temporary)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; its rename is durable enough
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _real(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error


def _remove_folder(temporary: Path) -> None:
    if temporary.is_dir():
        for file in temporary.iterdir():
            _remove(file)
        temporary.rmdir()


def _remove(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except (OSError, ValueError):  # the name itself is impossible: nothing was written
        return


def _unwritable(path: Path, error: Exception) -> UnwritableFile:
    code = error.errno if isinstance(error, OSError) else None
    match code:
        case errno.ENOSPC | errno.EDQUOT:
            return UnwritableFile(f"磁盘空间不足，“{path.name}”没有写入。", "请清理磁盘或换一个位置再保存。")
        case errno.ENOENT | errno.ENOTDIR:
            return UnwritableFile(f"文件夹“{path.parent}”不存在，没有写入。", "请先建立文件夹或换一个位置。")
        case errno.EISDIR:
            return UnwritableFile(f"“{path}”是一个文件夹，没有写入。", "请给出文件名。")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return UnwritableFile(
                f"“{path.name}”不能写入（只读、没有权限，或正被其他程序打开）。",
                "请关闭打开它的程序，或另存为其他名称。",
            )
        case _:
            return UnwritableFile(f"“{path.name}”没有写入：{error}。", "请换一个位置或文件名再试。")


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes; raises UnreadableFile, never hangs on a pipe."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"“{path}”不是一个文件。", "请选择 .nigao、.docx、.txt 或 .html 文件。")
        if status.st_size > limit:
            size, most = status.st_size // 1048576, limit // 1048576
            raise UnreadableFile(f"“{path.name}”有 {size} MB，超过 {most} MB 的上限。", "请拆分后再试。")
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        os.close(handle)


def _unreadable(path: Path, error: Exception) -> UnreadableFile:
    if isinstance(error, FileNotFoundError):
        return UnreadableFile(f"找不到文件“{path}”。", "请检查文件名和位置。")
    if isinstance(error, IsADirectoryError):
        return UnreadableFile(f"“{path}”是一个文件夹。", "请选择其中的文件。")
    if isinstance(error, PermissionError):
        return UnreadableFile(f"没有权限读取“{path}”。", "请检查文件权限或复制一份再打开。")
    return UnreadableFile(f"“{path}”读不出来：{error}。", "请复制一份再试。")
