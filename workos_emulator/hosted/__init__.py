"""The pages that WorkOS hosts: signing in and up, choosing an organization, proving things, confirming a device, signing out.

Plain HTML without scripts. All pages are below `/hosted`; an authorization URL leads to them.
"""

from workos_emulator.hosted.pages import answer, owns
from workos_emulator.hosted.visit import PREFIX

__all__ = ["PREFIX", "answer", "owns"]
