#!/bin/sh
# Proxy settings before selections, the commissioning release after its image is there: the order
# is the program's, not the document's.
#
# Instead of depends_on between modules, and an import that none of them has.
set -eu

maas-boot apply --wait -f - <<YAML
version: 1
settings:
  enable_http_proxy: true
  boot_images_no_proxy: true
  commissioning_distro_series: jammy
  default_distro_series: jammy
sources:
  - url: $MIRROR
    replaces: [stable, candidate]
    keyring: auto
    selections:
      - {os: ubuntu, release: jammy, arches: [amd64]}
      - {os: ubuntu, release: noble, arches: [amd64]}
YAML
