import dataclasses
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from workos_emulator import Clock, Emulator, Request
from workos_emulator.storage.argument_checks import MAX_DURATION
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.ids import Ids, encode
from workos_emulator.storage.store import Collection, DuplicateKeyError, Entity

MOMENT = datetime(2026, 1, 31, 12, 0, 0, 123_999, tzinfo=UTC)


def test_clock() -> None:
    clock = Clock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    clock.advance(3600)
    assert abs(clock.now() - datetime.now(UTC) - timedelta(hours=1)) < timedelta(seconds=5)
    assert clock.freeze() == clock.now() == clock.now()
    clock.freeze(MOMENT)
    clock.advance(timedelta(seconds=2))
    assert clock.now() == MOMENT + timedelta(seconds=2)
    clock.travel(MOMENT)
    clock.unfreeze()
    assert timedelta() <= clock.now() - MOMENT < timedelta(seconds=5)
    clock.unfreeze()
    with pytest.raises(ValueError, match="time zone"):
        clock.travel(datetime(2026, 1, 1))


OUT_OF_RANGE = [
    datetime(999, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    datetime(9000, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14))),
]


@pytest.mark.parametrize("moment", OUT_OF_RANGE)
@pytest.mark.parametrize("is_frozen", [False, True])
def test_times_out_of_range(moment: datetime, is_frozen: bool) -> None:
    clock = Clock()
    if is_frozen:
        clock.freeze(MOMENT)
    position = clock.position
    calls: list[Callable[[], object]] = [
        lambda: clock.freeze(moment),
        lambda: clock.travel(moment),
        lambda: clock.advance(days=10**7),
        lambda: clock.advance(1e300),
        lambda: clock.advance(timedelta.max),
        lambda: clock.advance(days=-(10**6)),
        lambda: setattr(clock, "position", (timedelta(), moment)),
        lambda: setattr(clock, "position", (timedelta.max, None)),
    ]
    for call in calls:
        with pytest.raises(OverflowError, match="must stay between the years 1000 and 8999"):
            call()
        assert clock.position == position


@pytest.mark.parametrize("year", [1000, 8999])
def test_events_at_the_limits_of_the_clock(emulator: Emulator, clock: Clock, year: int) -> None:
    for setting in dataclasses.fields(emulator.settings):
        if isinstance(setting.default, timedelta):
            setattr(emulator.settings, setting.name, MAX_DURATION)
    emulator.settings.audit_log_retention_days = MAX_DURATION.days
    clock.freeze(datetime(year, 12, 31, 23, 59, 59, tzinfo=UTC) if year == 8999 else datetime(year, 1, 1, tzinfo=UTC))
    emulator.create("users", email="ada@example.com")
    emulator.create("invitations", email="bob@example.com")
    emulator.create("api_keys")
    emulator.seed.sign_in(emulator.create("memberships")["user_id"])
    assert {event.type for event in emulator.environment.state.events.events} >= {"user.created", "invitation.created"}


def test_timestamps() -> None:
    assert stamp(MOMENT) == "2026-01-31T12:00:00.123Z"


def test_ulids() -> None:
    clock = Clock()
    clock.freeze(MOMENT)
    ids = Ids(clock, seed=1)
    made = [ids.ulid() for _ in range(100)]
    clock.travel(MOMENT - timedelta(days=1))
    made += [ids.ulid() for _ in range(100)]
    clock.travel(MOMENT + timedelta(days=1))
    made += [ids.ulid()]
    assert made == sorted(set(made))
    assert {len(id) for id in made} == {26}
    assert made[0][:10] == encode(int(MOMENT.timestamp() * 1000) << 80)[:10]
    assert encode(0) == "0" * 26
    assert encode(2**128 - 1) == "7" + "Z" * 25


def test_seeds() -> None:
    clock = Clock()
    clock.freeze(MOMENT)

    def make(seed: int | None) -> list[str]:
        ids = Ids(clock, seed)
        return [ids.new("org"), ids.secret(), ids.request_id(), ids.digits(6)]

    assert make(1) == make(1)
    assert make(1) != make(2)
    assert make(None) != make(None)


def entity(id: str) -> Entity:
    return Entity(id=id, created_at=MOMENT, updated_at=MOMENT)


def test_collection() -> None:
    owners = {"a": "x", "b": "y", "c": "x"}
    names: dict[str, str | None] = {"a": "A", "b": None, "c": None}
    collection = Collection[Entity](
        unique={"name": lambda e: names[e.id]}, groups={"owner": lambda e: (owners[e.id],) if e.id in owners else ()}
    )
    a, b, c = (collection.add(entity(id)) for id in "abc")
    assert list(collection) == [a, b, c]
    assert (len(collection), "a" in collection, "z" in collection) == (3, True, False)
    assert collection.find("name", "A") is a
    assert collection.group("owner", "x") == [a, c]
    assert collection.group("owner", "none") == []

    owners["a"], names["b"] = "y", "B"
    collection.changed(a)
    collection.changed(b)
    assert collection.group("owner", "x") == [c]
    assert collection.group("owner", "y") == [a, b]
    names["c"] = "B"
    with pytest.raises(DuplicateKeyError) as caught:
        collection.changed(c)
    assert caught.value.index == "name"
    assert collection.find("name", "B") is b
    with pytest.raises(DuplicateKeyError):
        collection.add(entity("a"))

    assert collection.remove("a") is a
    assert collection.remove("a") is None
    assert collection.find("name", "A") is None
    assert collection.group("owner", "y") == [b]
    assert list(collection) == [b, c]


@pytest.mark.parametrize("constant_keys", [False, True])
def test_removal_in_the_middle(constant_keys: bool) -> None:
    collection = Collection[Entity](
        unique={"id": lambda e: e.id}, groups={"all": lambda e: ("all", "all")}, constant_keys=constant_keys
    )
    a, b, c = (collection.add(entity(id)) for id in "abc")
    assert collection.remove("b") is b
    assert (list(collection), collection.group("all", "all"), list(collection.numbers())) == ([a, c], [a, c], [0, 2])
    assert [collection.at(number) for number in collection.numbers("all", "all")] == [a, c]
    assert (collection.find("id", "b"), collection.find("id", "c")) == (None, c)
    for number in (1, 3):
        with pytest.raises(KeyError):
            collection.at(number)
    with pytest.raises(KeyError):
        collection.changed(entity("d"))
    collection.remove("a")
    collection.remove("c")
    assert (len(collection), list(collection.numbers("all", "all"))) == (0, [])


def test_rebuilt_indexes() -> None:
    keys = {"a": "x", "b": "y"}
    collection = Collection[Entity](unique={"key": lambda e: keys[e.id]}, groups={"key": lambda e: (keys[e.id],)})
    a, b = (collection.add(entity(id)) for id in "ab")
    a.number, b.number = 3, 7
    collection.fill([a, b])
    collection.rebuild_indexes()
    assert [collection.at(number) for number in (3, 7)] == [a, b]
    keys["a"] = "z"
    collection.changed(a)
    assert (collection.find("key", "z"), collection.find("key", "x"), collection.group("key", "y")) == (a, None, [b])
    assert collection.add(entity_with_key(keys, "c")).number == 8


def entity_with_key(keys: dict[str, str], id: str) -> Entity:
    keys[id] = id
    return entity(id)


def test_threads(emulator: Emulator) -> None:
    headers = {"authorization": f"Bearer {emulator.api_key}", "content-type": "application/json"}

    def work() -> None:
        for _ in range(100):
            emulator.handle(Request("POST", "/organizations", "", headers, b'{"name": "A"}'))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    environment = emulator.environment
    assert len(environment.state.organizations) == 800
