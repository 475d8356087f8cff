#ifndef MAAS_BOOT_CCRYPTO_SHIM_H
#define MAAS_BOOT_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>

#endif
