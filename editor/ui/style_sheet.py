"""The application's style sheet: @names are colours of the theme, lengths are in em, so that they follow the font."""

SHEET = """
QToolTip { background: @paper; color: @text; border: 1px solid @control; padding: 0.3em; }
QLabel[role="heading"] { font-weight: bold; }
QLabel[role="subheading"] { color: @accent; font-weight: bold; }
QLabel[role="sample"] { background: @paper; border: 1px solid @border; border-radius: 0.25em; }
QLabel[role="muted"], QLabel[role="empty"] { color: @muted; }
QLabel[role="error"] { color: @error; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="hint"] { color: @hint; }
QLabel[role="success"] { color: @success; }

QLineEdit, QPlainTextEdit {
  background: @paper; border: 1px solid @control; border-radius: 0.25em; padding: 0.25em 0.4em;
}
QLineEdit:focus, QPlainTextEdit:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: @window; border-color: @border; }
QComboBox, QSpinBox { min-height: 1.35em; }
QSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit { border: 0; border-radius: 0; padding: 0; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: @window; }
QComboBox QAbstractItemView { background: @paper; selection-background-color: @selection; selection-color: @text; }

QPushButton {
  background: @paper; border: 1px solid @control; border-radius: 0.25em; padding: 0.3em 0.9em;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @control; border-color: @border; background: @window; }
QPushButton[role="step"] { text-align: left; padding: 0.3em 0.5em; }
QPushButton:default, QPushButton[role="primary"] {
  background: @accent; border-color: @accent; color: @accent_text;
}
QPushButton:default:focus, QPushButton[role="primary"]:focus { border-color: @text; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled {
  background: @window; border-color: @border; color: @control;
}
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 0.4em; }

QToolBar { background: @window; border: 0; border-bottom: 1px solid @border; padding: 0.15em; spacing: 0.15em; }
QToolBar::separator { background: @border; width: 1px; margin: 0.5em 0.3em; }
QToolButton { border: 1px solid transparent; border-radius: 0.25em; padding: 0.25em; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @selection; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton[role="framed"] { background: @paper; border: 1px solid @control; }
QToolButton[role="framed"]:hover { background: @hover; }
QToolButton[role="framed"]:checked { background: @selection; border-color: @accent; }
QToolButton[role="framed"]:focus { border-color: @accent; }
QStatusBar QToolButton[role="muted"] { color: @muted; }
QStatusBar QToolButton[role="error"] { color: @error; }
QStatusBar QToolButton[role="warning"] { color: @warning; }
QStatusBar QToolButton[role="hint"] { color: @hint; }

QToolButton[role="card"] { background: @paper; border: 1px solid @border; border-radius: 0.5em; padding: 1em; }
QToolButton[role="card"]:hover { background: @hover; border-color: @accent; }
QToolButton[role="card"]:focus { border-color: @accent; }

QTreeView, QTableView, QListView {
  background: @paper; alternate-background-color: @alternate; border: 1px solid @border; outline: 0;
  selection-background-color: @selection; selection-color: @text;
}
QTreeView:focus, QTableView:focus, QListView:focus { border-color: @accent; }
QTreeView::item { padding: 0.2em 0; }
QListView::item { padding: 0.2em 0.3em; }
QTableView { gridline-color: @border; }
QTableView::item { padding: 0 0.4em; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
  background: @selection; color: @text;
}
QHeaderView::section {
  background: @window; color: @muted; border: 0; border-right: 1px solid @border; border-bottom: 1px solid @border;
  padding: 0.2em 0.5em;
}

QTableCornerButton::section { background: @window; border: 0; border-right: 1px solid @border; }
QToolButton[popupMode="2"] { padding-right: 1.1em; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 0.3em; }

QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {
  background: @paper; border: 1px solid @control; border-radius: 0.15em;
}
QCheckBox::indicator:unchecked:focus { border-color: @accent; }

QProgressBar { background: @border; border: 0; border-radius: 0.15em; max-height: 0.3em; min-height: 0.3em; }
QProgressBar::chunk { background: @success; border-radius: 0.15em; }

QScrollBar { background: @window; border: 0; }
QScrollBar:vertical { width: 0.9em; }
QScrollBar:horizontal { height: 0.9em; }
QScrollBar::handle { background: @control; border-radius: 0.25em; margin: 0.2em; }
QScrollBar::handle:vertical { min-height: 2em; }
QScrollBar::handle:horizontal { min-width: 2em; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar::tab {
  background: transparent; border: 0; border-bottom: 0.15em solid transparent; color: @muted; padding: 0.35em 0.7em;
}
QTabBar::tab:hover { background: @hover; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:selected:focus { background: @selection; }

QCalendarWidget QAbstractItemView::item { padding: 0; }

QFrame#palette, QFrame#popover, QFrame#tour { background: @window; border: 1px solid @control; border-radius: 0.4em; }
QDockWidget::title { background: @window; padding: 0.35em 0.5em; }
QStatusBar { color: @muted; }
QMenu { background: @paper; border: 1px solid @control; padding: 0.25em 0; }
QMenu::item { padding: 0.3em 1.6em 0.3em 0.8em; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @control; }
QMenu::icon { padding-left: 0.5em; }
QMenu::separator { height: 1px; background: @border; margin: 0.25em 0; }
QScrollArea { border: 0; }
QGroupBox { border: 0; margin-top: 1.6em; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @accent; }
QFrame[role="chip"] { background: @paper; border: 1px solid @control; border-radius: 0.6em; }
QFrame[role="chip"]:focus { background: @selection; border-color: @accent; }
QFrame[role="rule"] { color: @border; }
"""
