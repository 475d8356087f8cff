#ifndef MAAS_BOOT_CEXPAT_SHIM_H
#define MAAS_BOOT_CEXPAT_SHIM_H

#include <expat.h>

#endif
