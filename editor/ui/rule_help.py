"""The page of the manual on one rule, in a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from editor.ui import theme
from validators.help import rule_help
from validators.rule import Rule


class RuleHelp(QDialog):
    """Shows what a rule finds, why, by which clause, and examples of wrong and right."""

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"检查项 {rule.code}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QTextBrowser(self)
        page.setOpenLinks(False)
        page.setMarkdown(rule_help(rule))
        page.setAccessibleName("检查项的说明")
        buttons = QDialogButtonBox(self)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        theme.fit(self, 38, 26)
