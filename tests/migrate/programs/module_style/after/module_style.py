"""A command line that uses the module `workos` by its name."""

import argparse
import sys

import workos_core.auth
import workos_sync


def find(name: str) -> str:
    client = workos_sync.WorkOS()
    try:
        users = client.user_management.list_users(email=name).page()
        return users.data[0].id
    except IndexError:
        raise SystemExit("no such user") from None
    except workos_sync.AuthenticationError as e:
        raise SystemExit(f"{e.status}: {e.message}") from None


def delete(user_id: str) -> int:
    client = workos_sync.WorkOS()
    try:
        client.user_management.delete_user(user_id)
    except workos_sync.NotFoundError as error:
        return error.status or 1
    return 0


def seal(data: dict[str, str], key: str) -> str:
    return workos_core.auth.seal(data, key)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("email")
    return delete(find(parser.parse_args(arguments).email))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
