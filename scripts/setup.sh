#!/bin/sh
# Everything a fresh machine needs: the virtual environment, the locked packages, Qt's system libraries.
# Quick when nothing changed. What it may not install itself it names in one sentence.
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
VENV=.venv
MARK=$VENV/.installed

fail() { echo "拟稿：$1" >&2; exit 1; }

# apt_install PACKAGE...: true if the packages are there afterwards.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else return 1; fi
    echo "拟稿：正在安装系统组件 $*"
    $as_root apt-get update -qq >/dev/null 2>&1 || true # an old list may still do
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

if ! command -v "$PYTHON" >/dev/null 2>&1; then
    apt_install python3 python3-venv || fail "没有找到 $PYTHON，请先安装 Python 3.11 或更新版本（Debian：apt install python3 python3-venv）。"
fi
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "需要 Python 3.11 或更新版本，现在是 $("$PYTHON" --version 2>&1)。"

if [ ! -x "$VENV/bin/python" ]; then
    if ! "$PYTHON" -m venv "$VENV" >/dev/null 2>&1; then
        rm -rf "$VENV"
        apt_install python3-venv && "$PYTHON" -m venv "$VENV" ||
            fail "建立虚拟环境失败，请先安装 venv 组件（Debian：apt install python3-venv）。"
    fi
fi

if ! cmp -s requirements.txt "$MARK"; then
    echo "拟稿：正在安装 requirements.txt 锁定的软件包"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt ||
        fail "软件包没有装全，请检查网络或软件源后重试。"
    cp requirements.txt "$MARK"
fi

# So that even the first start need not compile, wherever Python is told not to write bytecode by itself.
"$VENV/bin/python" -m compileall -q main.py editor templates validators resources

# Qt's wheels bring everything but these. Those for a screen (xcb) are wanted only where there is one.
qt_loads() { QT_QPA_PLATFORM=offscreen "$VENV/bin/python" -c 'from PySide6 import QtWidgets; QtWidgets.QApplication([])' 2>/dev/null; }
window_loads() {
    "$VENV/bin/python" -c 'import ctypes; from PySide6.QtCore import QLibraryInfo as Q
ctypes.CDLL(Q.path(Q.LibraryPath.LibrariesPath) + "/libQt6XcbQpa.so.6")' 2>/dev/null
}
BASE="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
WINDOW="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"
if [ "$(uname -s)" = Linux ]; then
    # shellcheck disable=SC2086
    if ! qt_loads; then
        apt_install $BASE || true
        qt_loads || fail "Qt 缺少系统库，请安装：apt install $BASE"
    fi
    # shellcheck disable=SC2086
    if [ -n "${DISPLAY:-}" ] && ! window_loads; then
        apt_install $WINDOW || true
        window_loads || fail "窗口缺少系统库，请安装：apt install $WINDOW"
    fi
fi

if command -v fc-list >/dev/null 2>&1 && ! fc-list :lang=zh-cn family 2>/dev/null | grep -q .; then
    apt_install fonts-noto-cjk || echo "拟稿：没有中文字体，界面会显示方块；请安装：apt install fonts-noto-cjk" >&2
fi
