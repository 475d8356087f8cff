#ifndef MAAS_BOOT_COAUTH_SHIM_H
#define MAAS_BOOT_COAUTH_SHIM_H

/* oauth.h uses size_t without declaring it. */
#include <stddef.h>
#include <oauth.h>

#endif
