#ifndef MAAS_BOOT_CJQ_SHIM_H
#define MAAS_BOOT_CJQ_SHIM_H

#include <jq.h>
#include <jv.h>

#endif
