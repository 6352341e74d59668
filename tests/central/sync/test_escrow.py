"""What tablets sealed is decided once, as if they had pushed it; only this central opens it."""

import threading

import msgspec
import pytest

from clienteling.central.app import teach
from clienteling.central.signin import actions as signin
from clienteling.central.sync import escrow
from clienteling.contract.ids import new_id
from clienteling.contract.v1.customers import Created
from clienteling.contract.v1.escrow import Sealed, SealKey, seal, unseal
from clienteling.contract.v1.sync import Operation, Push, Pushed
from tests.helpers.actions import MINSEO


def person(name="박하늘", **more):
    args = {"name": name, "store": "here", "phone": "010-7777-0000", "privacy_notice": True, **more}
    return Operation(new_id(), "customer.created", new_id(), args, staff="ann")


def sealed(web, operation, who="here"):
    key = web.central.seal.public
    return seal(key, Sealed(web.tokens[who], operation))


def take(web, *records):
    db, private = web.central.db, web.central.seal.private
    return dict(web.runner.run(escrow.take(db, teach(), signin.by_token, private, records)))


def names(web):
    return sorted(row[0] for row in web.run(lambda tx: tx.exec_driver_sql("SELECT name FROM customer").fetchall()))


def test_a_tablet_is_told_the_public_key_and_nobody_else(web):
    told = web.ask("here", "GET", "/v1/sync/seal", headers={"Accept": "application/msgpack"})
    assert msgspec.msgpack.decode(told.content, type=SealKey).key == web.central.seal.public
    assert web.central.seal.private not in told.content
    assert [web.ask(who, "GET", "/v1/sync/seal").status_code for who in ("web", None)] == [403, 401]


def test_what_was_sealed_is_taken_in_once(web):
    told = [person(f"Person {n}") for n in range(3)]
    records = [sealed(web, operation) for operation in told]
    before = names(web)
    assert take(web, *records) == {"new": 3, "refused": 0, "known": 0, "unauthorised": 0, "unreadable": 0}
    assert take(web, *records)["known"] == 3
    assert names(web) == sorted([*before, "Person 0", "Person 1", "Person 2"])


def test_what_was_pushed_is_known_and_what_was_taken_in_is_answered_to_the_tablet(web):
    pushed, imported = person("Pushed"), person("Imported")

    def push(operation):
        body = msgspec.msgpack.encode(Push("tablet", [operation]))
        headers = {"Content-Type": "application/msgpack", "Accept": "application/msgpack"}
        answer = web.ask("here", "POST", "/v1/sync/push", content=body, headers=headers)
        return msgspec.msgpack.decode(answer.content, type=Pushed).answers[0]

    assert push(pushed).status == 200
    found = take(web, sealed(web, pushed), sealed(web, imported))
    assert (found["new"], found["known"]) == (1, 1)
    assert (push(imported).status, push(imported).ver) == (200, 1)
    assert [name for name in names(web) if name in ("Pushed", "Imported")] == ["Imported", "Pushed"]


def test_a_fact_that_cannot_stand_holds_up_no_other(web):
    found = take(web, sealed(web, person(privacy_notice=False)), sealed(web, person("After")))
    assert (found["new"], found["refused"], "After" in names(web)) == (2, 1, True)


def test_only_a_device_that_may_speak_is_heard(web):
    stolen = sealed(web, person("Stolen"), "there")
    invented = seal(web.central.seal.public, Sealed("no token of ours", person("Invented")))
    [[device]] = web.run(lambda tx: tx.exec_driver_sql("SELECT id FROM device WHERE store = 'there'").fetchall())
    web.run(signin.revoke_device, device)
    assert take(web, stolen, invented)["unauthorised"] == 2
    assert not {"Stolen", "Invented"} & set(names(web))


def test_what_a_device_may_not_do_it_may_not_do_sealed(web):
    patch = Operation(new_id(), "customer.patched", MINSEO, {"set": {"phone": "0"}}, 1, "far")
    assert take(web, sealed(web, patch, "there"))["refused"] == 1


def test_torn_and_foreign_lines_are_counted_and_passed_over(web):
    whole = sealed(web, person("Whole"))
    foreign = escrow.Seal(web.central.seal._file.with_name("other.key"))
    foreign.make()
    other = seal(foreign.public, Sealed(web.tokens["here"], person("Foreign")))
    found = take(web, whole[:60], other, b"", whole)
    assert (found["unreadable"], found["new"]) == (3, 1)
    assert "Whole" in names(web) and "Foreign" not in names(web)


def test_the_key_is_made_once_also_by_two_that_begin_at_once_and_is_its_owners(tmp_path):
    file = tmp_path / "folder" / "escrow.key"
    seals = [escrow.Seal(file) for _ in range(8)]
    makers = [threading.Thread(target=seal.make) for seal in seals]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert len({seal.public for seal in seals}) == 1
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["escrow.key"]
    record = seal(seals[0].public, Sealed("token", person()))
    assert unseal(escrow.Seal(file).private, record).token == "token"


@pytest.mark.parametrize("args", [Created("", "here"), Created("x" * 500, "here")])
def test_nonsense_is_refused_as_it_would_be_on_the_wire(web, args):
    nonsense = Operation(new_id(), "customer.created", new_id(), msgspec.to_builtins(args))
    assert take(web, sealed(web, nonsense))["refused"] == 1
