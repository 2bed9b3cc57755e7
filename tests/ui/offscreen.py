"""Qt's platform without a screen says of every window what it cannot do; those messages are no failures."""

import pytest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
