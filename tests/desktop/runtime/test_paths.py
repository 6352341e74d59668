"""Where things lie."""

from clienteling.desktop.runtime import paths


def test_the_shipped_things_are_found_in_a_clone(root):
    assert paths.resources() == root / "resources"
    assert paths.imports() == root


def test_an_installed_package_brings_its_own(monkeypatch, tmp_path):
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "_resources"


def test_the_home_can_be_moved(monkeypatch, tmp_path):
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path))
    assert paths.data() == tmp_path / "data"
    assert paths.cache() == tmp_path / "cache"
    assert paths.cache().is_dir()
