#!/bin/sh
# Makes a mirror with the site's own signature, and attaches it. It needs a web server that serves
# the directory; here it is the program's own.
#
# Instead of two runs of sstream-mirror, boot-sources create, boot-source delete 1, and the belief
# that the new source has the id 2.
set -eu
: "${DIRECTORY:=/srv/images}"

maas-boot mirror sync "$MIRROR" "$DIRECTORY" --keyring "$KEYRING" \
    --release noble --arch amd64 --max 1 --sign auto --progress none
fingerprint=$(maas-boot mirror list "$DIRECTORY" --jq '.[0].site_fingerprint')

mkfifo "$DIRECTORY.told"
maas-boot mirror serve "$DIRECTORY" --listen 127.0.0.1:0 --jq .url >"$DIRECTORY.told" &
server=$!
trap 'kill "$server"; rm -f "$DIRECTORY.told"' EXIT
read -r url <"$DIRECTORY.told"

maas-boot use "$url" --trust "$fingerprint" --import --wait
