"""The elements of an official document (公文要素), each in the module of its name."""
