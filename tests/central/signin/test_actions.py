"""Who asks: the token says which device, the tenant which staff; what is read follows from it."""

import asyncio

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


def code_of(shop, device):
    return shop.rows("device", id=device)[0]["code"]


def test_two_stores_never_give_the_same_code(shop):
    """The eleventh device of GN and the first of GN1."""
    places = [(id, code, id, id, "store", "KRW", "") for id, code in (("gn", "GN"), ("gn1", "GN1"))]
    shop.run(actions.load_stores, "t", places)
    told = [shop.run(actions.register_device, place, "Till")[0] for place in ["gn"] * 11 + ["gn1"] * 2]
    codes = [code_of(shop, device) for device in told]
    assert (codes[0], codes[10], codes[11], codes[12]) == ("GN1", "GN11", "GN1-1", "GN1-2")
    assert len(set(codes)) == 13


def test_a_code_of_old_that_is_taken_is_passed_over(shop):
    """As central gave it before: the first device of the store GN1 was GN11."""
    places = [(id, code, id, id, "store", "KRW", "") for id, code in (("gn", "GN"), ("gn1", "GN1"))]
    shop.run(actions.load_stores, "t", places)
    old = {"name": "", "store": "gn1", "code": "GN1", "tenant": "t", "kind": "tablet", "revoked": False}
    shop.run(actions.store.add_device, id="old", token_sha256="", **old)
    assert code_of(shop, shop.run(actions.register_device, "gn", "Till")[0]) == "GN2"


def test_devices_registered_at_the_same_moment_have_codes_of_their_own(shop):
    async def together():
        wanted = (shop.db.run(actions.register_device, "here", "Till") for _ in range(6))
        return await asyncio.gather(*wanted)

    told = shop.runner.run(together())
    assert len({code_of(shop, device) for device, _ in told}) == 6


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
