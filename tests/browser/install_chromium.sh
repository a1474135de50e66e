#!/bin/sh
# Installs Chromium and its driver on Debian or Ubuntu if they are missing. Requires root, or sudo without a password.
set -eu
command -v chromium >/dev/null && command -v chromedriver >/dev/null && exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo -n"
$sudo apt-get update -q
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium chromium-driver fonts-dejavu-core
