#!/bin/sh
# Waits for an import that somebody started; a line for each change of state, fit for a log.
#
# Instead of loops of three seconds without an end, round the region and round the racks.
set -eu

maas-boot import start
maas-boot import wait --progress plain --timeout 1h
