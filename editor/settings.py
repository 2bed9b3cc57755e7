"""The user's settings: one dataclass, one JSON file, and where the program keeps its own files."""

import json
import os
import sys
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from editor.model.errors import UserError
from editor.model.files import write_atomically

RECENT_LIMIT = 10


def data_folder() -> Path:
    """Return the folder for settings and recovery files of this user; NIGAO_HOME overrides it."""
    if home := os.environ.get("NIGAO_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "Nigao"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "nigao"


def profiles_folder() -> Path:
    """Return where this user keeps 排版配置 of his own; the folder need not exist."""
    return data_folder() / "profiles"


@dataclass
class Settings:
    """What is remembered between two starts."""

    recent: list[str] = field(default_factory=list)
    folder: str = ""  # where the last file dialog stood
    place: str = ""  # the office's own, offered by the wizard
    issuer: str = ""
    layers: list[str] = field(default_factory=list)
    geometry: str = ""  # window geometry and panel state, base64
    state: str = ""
    zoom: int = 100  # percent
    look: str = "system"  # or "light", "dark"
    export_profile: str = ""  # id of a 排版配置, or its file
    export_table: bool = False
    export_landscape: bool = False
    export_pdf: bool = False
    export_workbook: bool = False
    tour_shown: bool = False  # 快速上手 has been seen
    problems_grouping: str = ""  # how the findings stand together
    problems_hidden: str = ""  # severities that are not listed, between blanks
    preview_zoom: str = ""  # percent, or what the pages fit; empty is the width
    preview_pair: bool = False  # two pages beside each other
    preview_grid: bool = False

    def remember(self, path: Path) -> None:
        """Put `path` first among the recent files."""
        name = str(path.resolve())
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT_LIMIT]
        self.folder = str(path.resolve().parent)


def load(folder: Path) -> Settings:
    """Return the settings kept in `folder`; a damaged file is set aside as settings.bad and defaults are used."""
    file = folder / "settings.json"
    try:
        data = json.loads(file.read_text("utf-8"))
        known = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
        settings = Settings(**{key: value for key, value in data.items() if type(value) is known.get(key)})
        settings.recent = [name for name in settings.recent if isinstance(name, str)][:RECENT_LIMIT]
        settings.layers = [name for name in settings.layers if isinstance(name, str)]
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, AttributeError, RecursionError):
        if file.is_file():
            file.replace(file.with_suffix(".bad"))
        return Settings()
    return settings


def save(settings: Settings, folder: Path) -> None:
    """Write the settings into `folder`; raises UserError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"设置没有保存：{error}。", "请检查用户目录的权限。") from error
    write_atomically(folder / "settings.json", json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())
