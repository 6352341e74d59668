"""A warning that nobody expected fails a test, wherever it comes from."""

import pytest

CONFTEST = 'pytest_plugins = ["tests.helpers.logs"]\n'
LOUD = {
    "logging": "import logging\ndef test_it():\n    logging.getLogger('shop').warning('the till is open')\n",
    "structlog": "import structlog\nlog = structlog.get_logger()\ndef test_it():\n    log.error('till.open')\n",
    "qt": "from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning('the till is open')\n",
    "python": "import warnings\ndef test_it():\n    warnings.warn('the till is open')\n",
}


def _run(pytester: pytest.Pytester, root, test: str) -> pytest.RunResult:
    settings = f"qt_log_level_fail=WARNING\npythonpath={root}\nmarkers=logs: expected\nfilterwarnings=error\n"
    pytester.makeini(f"[pytest]\n{settings}")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider")


@pytest.mark.slow
@pytest.mark.parametrize("source", LOUD)
def test_a_loud_test_fails(source, pytester, root):
    outcomes = _run(pytester, root, LOUD[source]).parseoutcomes()
    assert "passed" not in outcomes or "errors" in outcomes


@pytest.mark.slow
def test_an_expected_warning_passes(pytester, root):
    expected = LOUD["logging"].replace("def test_it", "import pytest\n@pytest.mark.logs('till')\ndef test_it")
    _run(pytester, root, expected).assert_outcomes(passed=1)
