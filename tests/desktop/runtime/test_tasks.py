"""What is started while the app ends does not begin."""


def test_nothing_begins_after_the_end(tasks, run):
    begun = []

    async def work():
        begun.append(True)

    run(tasks.close())
    assert tasks.start(work()) is None
    run(tasks.close())
    assert begun == []
