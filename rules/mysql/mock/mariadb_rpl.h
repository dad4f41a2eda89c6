//===- mariadb_rpl.h - Reading MariaDB's binary log ---------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See mysql.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_MARIADB_RPL_H
#define DBTIDY_RULES_MARIADB_RPL_H

#include "mysql.h"

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MARIADB_RPL_VERSION 0x0002

enum mariadb_rpl_option {
  MARIADB_RPL_FILENAME,
  MARIADB_RPL_START,
  MARIADB_RPL_SERVER_ID,
  MARIADB_RPL_FLAGS
};

typedef struct st_mariadb_rpl MARIADB_RPL;
typedef struct st_mariadb_rpl_event MARIADB_RPL_EVENT;

MARIADB_RPL *mariadb_rpl_init_ex(MYSQL *Conn, unsigned int Version);
#define mariadb_rpl_init(Conn) mariadb_rpl_init_ex((Conn), MARIADB_RPL_VERSION)
int mariadb_rpl_optionsv(MARIADB_RPL *Rpl, enum mariadb_rpl_option Option, ...);
int mariadb_rpl_get_optionsv(MARIADB_RPL *Rpl, enum mariadb_rpl_option Option, ...);
int mariadb_rpl_open(MARIADB_RPL *Rpl);
void mariadb_rpl_close(MARIADB_RPL *Rpl);
MARIADB_RPL_EVENT *mariadb_rpl_fetch(MARIADB_RPL *Rpl, MARIADB_RPL_EVENT *Event);
void mariadb_free_rpl_event(MARIADB_RPL_EVENT *Event);
const char *mariadb_rpl_error(MARIADB_RPL *Rpl);
uint32_t mariadb_rpl_errno(MARIADB_RPL *Rpl);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_MARIADB_RPL_H
