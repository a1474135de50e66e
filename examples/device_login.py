"""Sign in on the command line: print a code, wait for the browser, print the user.

    python -m examples.device_login                        with an emulator and its test user
    WORKOS_CLIENT_ID=… python -m examples.device_login     with WorkOS

A program that users run themselves needs no API key, and must not contain one.
"""

import os
import sys

from workos_sync import APITimeoutError, DeviceAuthorizationError, WorkOS, WorkOSError


def sign_in(workos: WorkOS) -> str:
    """Sign in with a device code and return the email address of the user."""
    device = workos.user_management.device_authorization()
    print(f"Open {device.verification_uri} and enter the code {device.user_code}")
    if device.verification_uri_complete:
        print(f"or open {device.verification_uri_complete}")
    sys.stdout.flush()
    response = workos.user_management.poll_device_code(device, deadline=600)
    # A real program stores response.refresh_token in the keyring of the operating system.
    return response.user.email


def main() -> int:
    """Sign in and return the exit status: 0 after a sign-in, 1 after a failure, 130 after Ctrl-C."""
    try:
        with WorkOS() as workos:
            print(f"Signed in as {sign_in(workos)}")
    except DeviceAuthorizationError as error:
        reason = "You declined the sign-in." if error.error == "access_denied" else "The code has expired."
        print(reason, file=sys.stderr)
        return 1
    except APITimeoutError:
        print("The sign-in was not completed in time.", file=sys.stderr)
        return 1
    except WorkOSError as error:
        print(f"Sign-in failed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    if "WORKOS_CLIENT_ID" in os.environ:
        sys.exit(main())
    from examples.shared import running_emulator

    with running_emulator():
        sys.exit(main())
