#!/bin/sh
# `make run`: the editor with a sample plan; without a display the same road on the command line, into out/.
set -eu
cd "$(dirname "$0")/.."
PYTHON=.venv/bin/python
SAMPLE=resources/samples/yunxi.nigao

case "$(uname -s)" in
Linux) if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then screen=yes; else screen=no; fi ;;
*) screen=yes ;;
esac

mkdir -p out
if [ "$screen" = yes ]; then
    cp "$SAMPLE" out/yunxi.nigao # a copy: what is tried out must not change the project
    exec "$PYTHON" main.py out/yunxi.nigao
fi

echo "没有显示器：改在命令行走一遍同样的流程，结果放在 out/。"
run() { echo "\$ python main.py $*"; "$PYTHON" main.py "$@"; }
run new --template kexue-suzhi --layer shandong --place 云溪县 --level county --years 2026-2030 -o out/new.nigao
check() { # findings (exit 1) are what a draft has; only unusable input (2) stops the road
    echo "\$ python main.py check $1"
    set +e; "$PYTHON" main.py check "$1" >"$2"; code=$?; set -e
    [ "$code" -le 1 ] || exit "$code"
    echo "  $(tail -n 1 "$2")（全文见 $2）"
}
check out/new.nigao out/new.check.txt
check "$SAMPLE" out/yunxi.check.txt
rm -f out/yunxi.docx out/yunxi.pdf
# Without a Chinese font the PDF is refused with a sentence; the docx is written all the same.
if run export "$SAMPLE" --table -o out/yunxi.docx --pdf out/yunxi.pdf; then
    if command -v pdftoppm >/dev/null 2>&1; then
        pdftoppm -r 60 -png out/yunxi.pdf out/yunxi-page
    else
        echo "没有 pdftoppm，未生成页面图；需要时请安装：apt install poppler-utils"
    fi
elif [ ! -f out/yunxi.docx ]; then
    exit 2
fi
echo "已生成："
ls out
