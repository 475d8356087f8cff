#!/bin/sh
# Keeps a mirror: one run now, and the systemd units for every night on standard output.
#
# Instead of a line in /etc/cron.d, links that are switched with a gap, and no verification when
# nobody set a keyring.
set -eu
: "${DIRECTORY:=/srv/images}"

maas-boot mirror sync "$MIRROR" "$DIRECTORY" --keyring "$KEYRING" --max 2 --progress none
maas-boot mirror schedule "$DIRECTORY" --every day
