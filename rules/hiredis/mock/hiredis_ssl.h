//===- hiredis_ssl.h - hiredis over TLS ---------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TLS for connections; see hiredis.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_SSL_H
#define DBTIDY_RULES_HIREDIS_SSL_H

#include "hiredis.h"

#ifdef __cplusplus
extern "C" {
#endif

struct ssl_st;
typedef struct redisSSLContext redisSSLContext;

typedef enum { REDIS_SSL_CTX_NONE = 0, REDIS_SSL_CTX_CREATE_FAILED } redisSSLContextError;

typedef struct {
  const char *cacert_filename;
  const char *capath;
  const char *cert_filename;
  const char *private_key_filename;
  const char *server_name;
  int verify_mode;
} redisSSLOptions;

const char *redisSSLContextGetError(redisSSLContextError Error);
int redisInitOpenSSL(void);
redisSSLContext *redisCreateSSLContext(const char *Authority, const char *Path,
                                       const char *Certificate, const char *Key,
                                       const char *Server, redisSSLContextError *Error);
redisSSLContext *redisCreateSSLContextWithOptions(redisSSLOptions *Options,
                                                  redisSSLContextError *Error);
void redisFreeSSLContext(redisSSLContext *Tls);
int redisInitiateSSLWithContext(redisContext *Context, redisSSLContext *Tls);
int redisInitiateSSL(redisContext *Context, struct ssl_st *Ssl);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_SSL_H
