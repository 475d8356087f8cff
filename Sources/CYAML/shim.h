#ifndef MAAS_BOOT_CYAML_SHIM_H
#define MAAS_BOOT_CYAML_SHIM_H

#include <yaml.h>

#endif
