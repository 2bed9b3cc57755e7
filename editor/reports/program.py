"""The program's own name and version, as its reports carry them."""

NAME = "拟稿"
VERSION = "0.1.0"
