"""A command line that uses the module `workos` by its name."""

import argparse
import sys

import workos
import workos.session


def find(name: str) -> str:
    client = workos.WorkOSClient()
    try:
        users = client.user_management.list_users(email=name)
        return users.data[0].id
    except IndexError:
        raise SystemExit("no such user") from None
    except workos.AuthenticationError as e:
        raise SystemExit(f"{e.status_code}: {e.message}") from None


def delete(user_id: str) -> int:
    client = workos.WorkOSClient()
    try:
        client.user_management.delete_user(user_id)
    except workos.NotFoundError as error:
        return error.status_code or 1
    return 0


def seal(data: dict[str, str], key: str) -> str:
    return workos.session.seal_data(data, key)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("email")
    return delete(find(parser.parse_args(arguments).email))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
