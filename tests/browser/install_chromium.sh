#!/bin/sh
# Puts Chromium and its driver on a Debian or Ubuntu machine, if they are not there. Needs root, or sudo without a password.
set -eu
command -v chromium >/dev/null && command -v chromedriver >/dev/null && exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo -n"
$sudo apt-get update -q
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium chromium-driver fonts-dejavu-core
