"""Who asks: the token says which device, the tenant which staff; what is read follows from it."""

import pytest

from clienteling.central.signin import actions
from clienteling.central.sync.domain import By, Refused
from tests.helpers.actions import by


def hire(tx):
    actions.load_stores(tx, "u", [("elsewhere", "HERE", "곳", "Elsewhere", "store", "GBP", "")])
    actions.load_staff(tx, "t", [("ann", "Ann", "associate", "here", "135790", "ST1")])
    actions.load_staff(tx, "u", [("eve", "Eve", "manager", "elsewhere", "135790", "ST1")])


@pytest.fixture
def shop(central):
    """The small shop with staff, beside another tenant's."""
    central.run(hire)
    return central


def test_a_token_leads_to_its_device(shop):
    id, token = shop.run(actions.register_device, "THERE", "Till 1")
    assert shop.read(actions.by_token, token) == By(id, "there", "t")
    assert shop.read(actions.by_token, token + "x") is None
    shop.run(actions.revoke_device, id)
    assert shop.read(actions.by_token, token) is None


def test_devices_of_a_store_have_codes_of_their_own(shop):
    for _ in range(2):
        shop.run(actions.register_device, "here", "Till")
    codes = [row["code"] for row in shop.rows("device", store="here")]
    assert len(set(codes)) == 2 and all(code.startswith("HERE") for code in codes)
    assert all(len(row["token_sha256"]) == 64 for row in shop.rows("device"))


def test_a_device_needs_a_store(shop):
    with pytest.raises(LookupError):
        shop.run(actions.register_device, "nowhere", "Till")


def test_a_person_has_the_role_central_knows(shop):
    assert shop.read(actions.who, by(staff=None, role=None), "ann") == by(staff="ann", role="associate")
    assert shop.read(actions.who, by(staff=None, role=None), None).staff is None


@pytest.mark.parametrize("stranger", ["nobody", "eve"])
def test_nobody_acts_for_another_tenant(shop, stranger):
    with pytest.raises(Refused) as refused:
        shop.read(actions.who, by(), stranger)
    assert refused.value.status == 422


def test_a_tablet_reads_its_tenant_its_store_and_all_stock_of_the_tenant(shop):
    stock = {f"stock:{place}" for place in ("here", "there", "depot", "web")}
    assert set(shop.read(actions.scopes, by("there"))) == {"tenant:t", "store:there"} | stock


def test_staff_travel_with_a_verifier_and_never_with_a_pin(shop):
    record = shop.record("staff", "ann")
    assert (record.name, record.role, record.store, record.badge) == ("Ann", "associate", "here", "ST1")
    assert record.pin.startswith("$argon2id$")
    assert "135790" not in str(shop.rows("staff"))
    assert shop.told("tenant:t")["staff", "ann"] == 1 and ("staff", "eve") not in shop.told("tenant:t")
