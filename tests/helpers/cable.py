"""A serial scanner of a test: its cable is a real pseudo terminal."""

import os
import tty

from clienteling.desktop.scanning.ports import Port


class Cable:
    """A scanner with a cable that can be pulled: always the same device, never at the same port."""

    def __init__(self):
        self.port = None
        self._end = None

    def ports(self):
        """What is plugged in now."""
        return [self.port] if self.port else []

    def plug(self):
        """Put it in, at another port than before."""
        self.pull()
        self._end, inner = os.openpty()
        tty.setraw(inner)
        name = os.ttyname(inner)
        os.close(inner)
        self.port = Port(name.rpartition("/")[2], name, 0x0C2E, 0x0B61, "SN-1", "Acme", "Scanner")

    def pull(self):
        """Pull it out."""
        if self._end is not None:
            os.close(self._end)
        self._end = self.port = None

    def send(self, data):
        """What a person scans."""
        while data:
            data = data[os.write(self._end, data) :]
