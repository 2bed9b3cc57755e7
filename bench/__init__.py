"""Speed and memory, measured beside floors in the same run; never part of the tests."""
