"""Opens the store of the folder it is given as the app's start does, and says who kept the key or why it stays shut.

python -m tests.helpers.opening FOLDER WISH CENTRAL TOKEN [WORDS]
"""

import sys
from pathlib import Path

from clienteling.desktop.runtime.config import Config
from clienteling.desktop.runtime.db import open_engine
from clienteling.desktop.vault.domain import Refusal
from clienteling.desktop.vault.unlock import STORE, unlock


def main(folder: Path, wish: str, central: str, token: str, *words: str) -> int:
    """Write each of the words into the store and print all that are there; 1 with the sentence of a refusal."""
    try:
        key = unlock(Config(central, token, wish), folder)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    engine = open_engine(folder / STORE, key)
    with engine.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE IF NOT EXISTS said (word TEXT)")
        for word in words:
            tx.exec_driver_sql("INSERT INTO said VALUES (?)", (word,))
        said = [word for (word,) in tx.exec_driver_sql("SELECT word FROM said ORDER BY rowid")]
    engine.dispose()
    print(key.keeper, *said)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
