"""A scanner is known by what it says of itself, not by where it is plugged in."""

from clienteling.desktop.scanning.ports import Port, plugged

HERE = Port("ttyACM0", "/dev/ttyACM0", 0x0C2E, 0x0B61, "SN-1", "Acme", "Acme Reader")


def test_the_same_scanner_at_another_port_is_the_same():
    there = Port("COM7", "\\\\.\\COM7", 0x0C2E, 0x0B61, "SN-1")
    assert HERE.identity == there.identity == "usb:0c2e:0b61:SN-1"


def test_without_usb_the_port_is_all_there_is():
    assert Port("ttyS0", "/dev/ttyS0").identity == "port:ttyS0"


def test_it_is_called_as_it_calls_itself():
    assert HERE.called == "Acme Reader SN-1"
    assert Port("ttyACM1", "", 1, 2, "", "Acme", "Reader").called == "Acme Reader"
    assert Port("ttyS0", "/dev/ttyS0").called == "ttyS0"


def test_the_ports_of_this_machine_have_names():
    assert all(port.name and port.location for port in plugged())
