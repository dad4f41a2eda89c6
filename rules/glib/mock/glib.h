//===- glib.h - What rules/glib needs of GLib's headers -----------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares every call of api.json, so that tests need no GLib installed. conformance.c
// beside this folder holds it to the real header.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_GLIB_H
#define DBTIDY_RULES_GLIB_H

#include <stdarg.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GLIB_MAJOR_VERSION 2
#define GLIB_MINOR_VERSION 80
#define GLIB_CHECK_VERSION(Major, Minor, Micro)                                          \
  (GLIB_MAJOR_VERSION > (Major) ||                                                       \
   (GLIB_MAJOR_VERSION == (Major) && GLIB_MINOR_VERSION >= (Minor)))

typedef void *gpointer;
typedef const void *gconstpointer;
typedef char gchar;
typedef int gint, gboolean;
typedef unsigned guint, GQuark;
typedef unsigned long gulong, gsize, guint64;
typedef long gint64;
typedef struct _GAsyncQueue GAsyncQueue;
typedef struct _GCond GCond;
typedef struct _GError GError;
typedef struct _GMainLoop GMainLoop;
typedef struct _GMutex GMutex;
typedef struct _GThread GThread;
typedef enum { G_SPAWN_SEARCH_PATH = 4 } GSpawnFlags;
typedef void (*GSpawnChildSetupFunc)(gpointer);

// Memory.
gpointer g_malloc(gsize);
gpointer g_malloc0(gsize);
gpointer g_malloc_n(gsize, gsize);
gpointer g_malloc0_n(gsize, gsize);
gpointer g_try_malloc(gsize);
gpointer g_try_malloc0(gsize);
gpointer g_try_malloc_n(gsize, gsize);
gpointer g_try_malloc0_n(gsize, gsize);
gpointer g_realloc(gpointer, gsize);
gpointer g_realloc_n(gpointer, gsize, gsize);
gpointer g_try_realloc(gpointer, gsize);
gpointer g_try_realloc_n(gpointer, gsize, gsize);
void g_free(gpointer);
void g_free_sized(gpointer, size_t);
gpointer g_aligned_alloc(gsize, gsize, gsize);
gpointer g_aligned_alloc0(gsize, gsize, gsize);
void g_aligned_free(gpointer);
gpointer g_slice_alloc(gsize);
gpointer g_slice_alloc0(gsize);
gpointer g_slice_copy(gsize, gconstpointer);
void g_slice_free1(gsize, gpointer);
gpointer g_memdup(gconstpointer, guint);
gpointer g_memdup2(gconstpointer, gsize);
gchar *g_strdup(const gchar *);
gchar *g_strndup(const gchar *, gsize);
gchar *g_strnfill(gsize, gchar);
gchar *g_strdup_printf(const gchar *, ...);
gchar *g_strdup_vprintf(const gchar *, va_list);
gchar *g_strconcat(const gchar *, ...);
gchar *g_strjoin(const gchar *, ...);
gchar *g_strjoinv(const gchar *, gchar **);
gchar **g_strdupv(gchar **);
void g_strfreev(gchar **);

#define g_new(Type, Count) ((Type *)g_malloc_n((gsize)(Count), sizeof(Type)))
#define g_new0(Type, Count) ((Type *)g_malloc0_n((gsize)(Count), sizeof(Type)))
#define g_slice_new(Type) ((Type *)g_slice_alloc(sizeof(Type)))
#define g_slice_new0(Type) ((Type *)g_slice_alloc0(sizeof(Type)))
#define g_slice_free(Type, Object) g_slice_free1(sizeof(Type), (Object))

// Ends of the program. No call is marked as one that does not return: the rule says so.
void g_abort(void);
void g_assertion_message(const char *, const char *, int, const char *, const char *);
void g_assertion_message_expr(const char *, const char *, int, const char *,
                              const char *);
void g_assertion_message_cmpstr(const char *, const char *, int, const char *,
                                const char *, const char *, const char *, const char *);
void g_assertion_message_cmpstrv(const char *, const char *, int, const char *,
                                 const char *, const char *const *, const char *const *,
                                 gsize);
void g_assertion_message_cmpint(const char *, const char *, int, const char *,
                                const char *, guint64, const char *, guint64, char);
void g_assertion_message_cmpnum(const char *, const char *, int, const char *,
                                const char *, long double, const char *, long double,
                                char);
void g_assertion_message_error(const char *, const char *, int, const char *,
                               const char *, const GError *, GQuark, int);

// Waiting.
void g_usleep(gulong);
gpointer g_thread_join(GThread *);
void g_cond_wait(GCond *, GMutex *);
gboolean g_cond_wait_until(GCond *, GMutex *, gint64);
gpointer g_async_queue_pop(GAsyncQueue *);
gpointer g_async_queue_timeout_pop(GAsyncQueue *, guint64);
gboolean g_spawn_sync(const gchar *, gchar **, gchar **, GSpawnFlags,
                      GSpawnChildSetupFunc, gpointer, gchar **, gchar **, gint *,
                      GError **);
gboolean g_spawn_command_line_sync(const gchar *, gchar **, gchar **, gint *, GError **);
void g_main_loop_run(GMainLoop *);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_GLIB_H
