"""Seed methods for Radar: challenges, assessments and the locations of IP addresses."""

from contextlib import AbstractContextManager
from typing import Any, Literal

from workos_emulator.auth.radar import sign_ins as radar
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.objects.radar import Location


class RadarSeed:
    """The seed methods for Radar. `Emulator.seed` has these methods."""

    _environment: Environment
    _lock: AbstractContextManager[Any]

    def radar_challenge(
        self, user_id: str, kind: Literal["email", "sms", "sign_up"] = "email", *, control: str | None = None
    ) -> None:
        """Make Radar challenge the sign-ins of a user with a code until one succeeds, which emits `authentication.radar_risk_detected`.

        Args:
            user_id: The ID of the user.
            kind: How the code is sent.
            control: The control in the event, such as `bot_detection`.
        """
        with self._lock:
            state = self._environment.state
            radar.plan_challenge(
                state, state.users.require(user_id), kind, control, "sign-up" if kind == "sign_up" else "sign-in"
            )

    def radar_location(self, ip_address: str, *, latitude: float, longitude: float, country: str | None = None) -> None:
        """Set where an IP address, or a range such as `203.0.113.0/24`, is: for `impossible_travel` and lists of countries.

        Args:
            ip_address: The IP address or the range.
            latitude: The latitude in degrees.
            longitude: The longitude in degrees.
            country: The country code, such as `US`.
        """
        with self._lock:
            state = self._environment.state
            now = state.now()
            state.radar.locations.remove(ip_address)
            state.radar.locations.add(
                Location(
                    id=ip_address,
                    country=country,
                    latitude=latitude,
                    longitude=longitude,
                    created_at=now,
                    updated_at=now,
                )
            )

    def radar_assessment(
        self,
        verdict: str,
        reason: str = "Set by a test.",
        *,
        control: str | None = None,
        blocklist_type: str | None = None,
        email: str | None = None,
    ) -> None:
        """Set the assessment of the next attempt. Further calls set the assessments of the attempts after it.

        Args:
            verdict: `allow`, `challenge` or `block`.
            reason: The reason in the response of the API.
            control: The control that detected a risk, such as `bot_detection`. With `allow`, the risk is only recorded.
            blocklist_type: The type of the list that blocks the attempt, such as `ip_address`.
            email: The email address of the attempt: the next sign-in, sign-up or attempt of the API with it. Without it, the next attempt of
                the API.
        """
        with self._lock:
            optional = {"control": control, "blocklist_type": blocklist_type, "email": email}
            given = {name: value for name, value in optional.items() if value is not None}
            self._environment.state.radar.planned.append({"verdict": verdict, "reason": reason, **given})
