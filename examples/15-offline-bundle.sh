#!/bin/sh
# Carries a mirror to a site without a network. The second half runs there.
#
# Instead of a hundred and seventy lines, fifteen runs of sstream-mirror, and metadata that was
# fetched again from a misspelt address.
set -eu
: "${DIRECTORY:=/srv/images}"
: "${BUNDLE:=/media/usb/images.tar}"
: "${THERE:=/srv/offline/images}"

maas-boot mirror sync "$MIRROR" "$DIRECTORY" --keyring "$KEYRING" \
    --release noble --arch amd64 --max 1 --progress none
maas-boot mirror pack "$DIRECTORY" "$BUNDLE" --keyring "$KEYRING"

maas-boot mirror unpack "$BUNDLE" "$THERE" --keyring "$KEYRING"
maas-boot mirror verify "$THERE" --keyring "$KEYRING" --checksum
