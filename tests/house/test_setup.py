"""The machine set-up script installs what is missing under the name this system has for it, and nothing else."""

import os
import subprocess

import pytest

STUBS = {
    "dpkg-query": 'case " $INSTALLED " in *" ${@: -1} "*) echo installed;; *) exit 1;; esac',
    "apt-cache": 'case " $KNOWN " in *" $2 "*) printf "%s:\\n  Candidate: 1.0\\n" "$2";; esac',
    "apt-get": 'echo "$@" >> "$DIARY"',
    "id": 'echo "$USER_ID"',
    "sudo": 'echo "sudo" >> "$DIARY"; exec "$@"',
}
ALL = (
    "libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 "
    "libpulse0 libxrandr2 libzbar0"
)
TESTS = "strace libfaketime dbus gnome-keyring swtpm libtss2-tcti-swtpm0 libtss2-esys-3.0.2-0 libtss2-rc0"
JAVA = "default-jre-headless"


@pytest.fixture
def setup(root, tmp_path):
    for command, body in STUBS.items():
        (tmp_path / command).write_text(f"#!/bin/bash\n{body}\n")
        (tmp_path / command).chmod(0o755)
    diary = tmp_path / "diary"
    diary.touch()

    def run(installed="", known="", user=0, *words):
        surroundings = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "DIARY": str(diary), "USER_ID": str(user)}
        surroundings |= {"INSTALLED": installed, "KNOWN": known, "JAVA_HOME": str(tmp_path / "java")}
        script = str(root / "packaging" / "linux" / "setup.sh")
        done = subprocess.run([script, *words], env=surroundings, capture_output=True, text=True, check=True)
        return done.stdout, diary.read_text()

    return run


def test_nothing_missing_does_nothing(setup):
    assert setup(ALL) == ("", "")


def test_a_missing_library_is_named_and_installed(setup):
    said, done = setup(ALL.replace("libzbar0", ""))
    assert said.strip() == "Installing system libraries: libzbar0"
    assert done.splitlines() == ["update -qq", "install -y -qq --no-install-recommends libzbar0"]


def test_newer_systems_have_other_names(setup):
    renamed = "libglib2.0-0t64 libzbar0t64"
    _said, done = setup(ALL.replace("libzbar0", "").replace("libglib2.0-0", ""), renamed)
    assert done.splitlines()[-1].endswith("--no-install-recommends libglib2.0-0t64 libzbar0t64")
    assert (
        setup(f"{ALL.replace('libzbar0', '').replace('libglib2.0-0', '')} {renamed}", renamed, 0, "--list")[0] == "\n"
    )


def test_an_ordinary_person_uses_sudo(setup):
    _said, done = setup(ALL.replace("libzbar0", ""), "", 1000)
    assert done.splitlines()[0] == "sudo"


def test_list_only_prints(setup):
    assert setup(ALL.replace("libzbar0", ""), "", 0, "--list") == ("libzbar0\n", "")


def test_what_only_tests_need_is_installed_for_tests_only(setup):
    said, done = setup(ALL, "", 0, "--tests")
    assert said.strip() == f"Installing system libraries: {TESTS} {JAVA}"
    assert done.splitlines()[-1].endswith(f"--no-install-recommends {TESTS} {JAVA}")
    assert setup(f"{ALL} {TESTS} {JAVA}", "", 0, "--tests")[0] == ""


def test_any_java_will_do(setup, tmp_path):
    java = tmp_path / "java" / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.touch(0o755)
    assert setup(f"{ALL} {TESTS}", "", 0, "--tests") == ("", "")
