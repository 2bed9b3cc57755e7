"""A passage of both versions side by side: deleted words struck out at the left, inserted underlined at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QTextEdit, QWidget

from editor.model.comparison import Difference, Kind, Place
from editor.model.difference_words import PLACE_MARK, block_words, shown_pieces
from editor.model.spans import Op, Piece, Words
from editor.ui import theme
from editor.ui.labels import element_label


class _Side:
    """One version of the passage, a column of the grid: whose it is, where it stands, what it says."""

    def __init__(self, name: str, own: Op, grid: QGridLayout, column: int, parent: QWidget) -> None:
        self._own = own
        whose = QLabel(name, parent)
        whose.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(whose, "heading")
        self._place = QLabel(parent)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setWordWrap(True)
        self._place.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self._place, "muted")
        self._text = QTextEdit(parent)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(name)
        for row, widget in enumerate((whose, self._place, self._text)):
            grid.addWidget(widget, row, column)
        grid.setColumnStretch(column, 1)

    def show_text(self, place: str, pieces: tuple[Piece, ...], empty: str) -> None:
        """Show a passage, or in grey what is to say where there is none."""
        self._place.setText(place)
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        own = [piece for piece in pieces if piece.op in (Op.SAME, self._own)]
        for piece in own:
            cursor.insertText(piece.text, _format(piece.op))
        if not own:
            grey = QTextCharFormat()
            grey.setForeground(theme.colour("muted"))
            cursor.insertText(empty, grey)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)


def _format(op: Op) -> QTextCharFormat:
    made = QTextCharFormat()
    if op is Op.DELETED:
        made.setForeground(theme.colour("error"))
        made.setFontStrikeOut(True)
    elif op is Op.INSERTED:
        made.setForeground(theme.colour("success"))
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.Bold)
    return made


class VersionsView(QWidget):
    """本文 and 对方, the old and the new text of one difference."""

    def __init__(self, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.em(self) // 2, 0, 0, 0)
        grid.setHorizontalSpacing(theme.em(self) // 2)
        grid.setRowStretch(2, 1)
        self._mine = _Side("本文", Op.DELETED, grid, 0, self)
        self._theirs = _Side(f"对方：{other}", Op.INSERTED, grid, 1, self)

    def show_difference(self, one: Difference, words: Words) -> None:
        """Show the two texts of a difference."""
        found = shown_pieces(one, words)
        if one.kind is Kind.FIELD:
            name = element_label(one.key)
            self._mine.show_text(name, found, "（没有填写）")
            self._theirs.show_text(name, found, "（没有填写）")
            return
        self._mine.show_text(_place(one.old_place, block_words(one.old)), found, _empty(one.old is None))
        self._theirs.show_text(_place(one.new_place, block_words(one.new)), found, _empty(one.new is None))

    def show_section(self, count: int) -> None:
        """Say what can be done with a whole section."""
        self._mine.show_text("", (), f"这一节有{count}处没有处理。可以整节采用对方，或整节保留本文；也可以逐处选择。")
        self._theirs.show_text("", (), "在左侧选中其中一处，这里显示两份文字，改动的字词有标记。")


def _place(place: Place, kind: str) -> str:
    where = PLACE_MARK.join(place) or "标题和引言"
    return f"{kind}，在“{where}”" if kind else ""


def _empty(missing: bool) -> str:
    return "（这一版没有这一段）" if missing else "（空段）"
