"""Settings: environment over file over defaults, and a clear word about what cannot be used."""

from pathlib import Path

import pytest

from clienteling.central.runtime.config import Config, Misconfigured, load


def test_the_defaults_run_as_they_are():
    assert load({}) == Config()


def test_what_is_given_wins_over_environment_over_file(tmp_path):
    file = tmp_path / "central.toml"
    file.write_text('host = "file"\nport = 1\nfolder = "/srv"\nheartbeat = 5\n')
    environment = {"CLIENTELING_CENTRAL_CONFIG": str(file), "CLIENTELING_CENTRAL_PORT": "2", "HOME": "/root"}
    assert load(environment, host="given", database=None) == Config(
        host="given", port=2, folder=Path("/srv"), heartbeat=5.0
    )


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CLIENTELING_CENTRAL_PORT": "door"}, "port"),
        ({"CLIENTELING_CENTRAL_LOG": "loud"}, "log"),
        ({"CLIENTELING_CENTRAL_ENGINE": "steam"}, "engine"),
        ({"CLIENTELING_CENTRAL_CONFIG": "/nowhere/central.toml"}, "/nowhere/central.toml"),
    ],
)
def test_what_cannot_be_used_is_named(environment, named):
    with pytest.raises(Misconfigured, match=named):
        load(environment)


def test_an_unknown_name_in_the_file_is_an_error(tmp_path):
    file = tmp_path / "central.toml"
    file.write_text("prot = 1\n")
    with pytest.raises(Misconfigured, match="prot"):
        load({"CLIENTELING_CENTRAL_CONFIG": str(file)})


def test_how_the_shops_own_codes_read_stands_in_the_file(tmp_path):
    file = tmp_path / "central.toml"
    file.write_text('[in_store]\nweight = ["21.....{NNDDD}"]\n')
    environment = {"CLIENTELING_CENTRAL_CONFIG": str(file)}
    assert load(environment).in_store == {"weight": ["21.....{NNDDD}"]}
    file.write_text('[in_store]\nweight = ["21.....{NNDD}"]\n')
    with pytest.raises(Misconfigured, match="in_store"):
        load(environment)
