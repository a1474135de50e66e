"""Sign in on the command line: show a code, wait for the browser, print who it is.

    python -m examples.device_login                        with an emulator, where you are the user
    WORKOS_CLIENT_ID=… python -m examples.device_login     against WorkOS

No API key is needed, and none should be in a program that users run themselves.
"""

import os
import sys

from workos_sync import APITimeoutError, DeviceAuthorizationError, WorkOS, WorkOSError


def sign_in(workos: WorkOS) -> str:
    """The e-mail address of whoever signs in."""
    device = workos.user_management.device_authorization()
    print(f"Open {device.verification_uri} and type {device.user_code}")
    if device.verification_uri_complete:
        print(f"or open {device.verification_uri_complete}")
    sys.stdout.flush()
    signed_in = workos.user_management.poll_device_code(device, deadline=600)
    # A real program keeps signed_in.refresh_token in the keyring of the system.
    return signed_in.user.email


def main() -> int:
    """The exit status: 0 signed in, 1 not, 130 interrupted."""
    try:
        with WorkOS() as workos:
            print(f"Signed in as {sign_in(workos)}")
    except DeviceAuthorizationError as error:
        print("You declined." if error.error == "access_denied" else "The code has expired.", file=sys.stderr)
        return 1
    except APITimeoutError:
        print("Nobody answered.", file=sys.stderr)
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
    from examples.web_parts import emulated

    with emulated():
        sys.exit(main())
