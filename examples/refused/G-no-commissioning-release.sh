#!/bin/sh
# A mirror without the release that machines commission with: refused, and the release is named.
set -eu
: "${DIRECTORY:=/srv/images}"

maas-boot mirror sync "$MIRROR" "$DIRECTORY" --keyring "$KEYRING" \
    --release jammy --arch amd64 --sign auto --progress none >&2
fingerprint=$(maas-boot mirror list "$DIRECTORY" --jq '.[0].site_fingerprint')

mkfifo "$DIRECTORY.told"
maas-boot mirror serve "$DIRECTORY" --listen 127.0.0.1:0 --jq .url >"$DIRECTORY.told" &
server=$!
trap 'kill "$server"; rm -f "$DIRECTORY.told"' EXIT
read -r url <"$DIRECTORY.told"

maas-boot use "$url" --trust "$fingerprint" --import --wait
