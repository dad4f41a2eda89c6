//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of GLib: every
// call of api.json is made with values of the types that its entry assumes. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name of api.json to occur in this file. What is newer than the oldest
// supported GLib (2.72) stands under its release's version number.
//
// Real headers: pkg-config glib-2.0
//
//===----------------------------------------------------------------------===//
#define GLIB_DISABLE_DEPRECATION_WARNINGS
#include <stdarg.h>

#include <glib.h>

static void memory(gsize Size, gconstpointer Object) {
  gpointer Memory = g_malloc(Size);
  Memory = g_malloc0(Size);
  Memory = g_malloc_n(Size, Size);
  Memory = g_malloc0_n(Size, Size);
  Memory = g_try_malloc(Size);
  Memory = g_try_malloc0(Size);
  Memory = g_try_malloc_n(Size, Size);
  Memory = g_try_malloc0_n(Size, Size);
  Memory = g_realloc(Memory, Size);
  Memory = g_realloc_n(Memory, Size, Size);
  Memory = g_try_realloc(Memory, Size);
  Memory = g_try_realloc_n(Memory, Size, Size);
  Memory = g_memdup(Object, 1U);
  Memory = g_memdup2(Object, Size);
  g_free(Memory);
#if GLIB_CHECK_VERSION(2, 76, 0)
  g_free_sized(Memory, Size);
#endif
  Memory = g_aligned_alloc(Size, Size, Size);
  Memory = g_aligned_alloc0(Size, Size, Size);
  g_aligned_free(Memory);
  Memory = g_slice_alloc(Size);
  Memory = g_slice_alloc0(Size);
  Memory = g_slice_copy(Size, Object);
  g_slice_free1(Size, Memory);
}

static void strings(gchar **List, va_list Arguments) {
  gchar *Text = g_strdup("");
  Text = g_strndup(Text, 1);
  Text = g_strnfill(1, ' ');
  Text = g_strdup_printf("%d", 1);
  Text = g_strdup_vprintf("%d", Arguments);
  Text = g_strconcat(Text, Text, (gchar *)0);
  Text = g_strjoin(Text, Text, (gchar *)0);
  Text = g_strjoinv(Text, List);
  g_free(Text);
  g_strfreev(g_strdupv(List));
}

static void ends(int Which, const char *const *List, const GError *Error) {
  const char *Text = "";
  switch (Which) {
  case 0:
    g_abort();
    break;
  case 1:
    g_assertion_message(Text, Text, 1, Text, Text);
    break;
  case 2:
    g_assertion_message_expr(Text, Text, 1, Text, Text);
    break;
  case 3:
    g_assertion_message_cmpstr(Text, Text, 1, Text, Text, Text, Text, Text);
    break;
  case 4:
    g_assertion_message_cmpstrv(Text, Text, 1, Text, Text, List, List, 1);
    break;
  case 5:
    g_assertion_message_cmpnum(Text, Text, 1, Text, Text, 1.0L, Text, 1.0L, 'i');
    break;
  case 6:
    g_assertion_message_error(Text, Text, 1, Text, Text, Error, 0, 1);
    break;
#if GLIB_CHECK_VERSION(2, 78, 0)
  case 7:
    g_assertion_message_cmpint(Text, Text, 1, Text, Text, 1, Text, 1, 'i');
    break;
#endif
  }
}

static gpointer waiting(GThread *Thread, GCond *Condition, GMutex *Mutex,
                        GAsyncQueue *Queue, gchar **Arguments, GMainLoop *Loop) {
  g_usleep(1);
  g_cond_wait(Condition, Mutex);
  if (!g_cond_wait_until(Condition, Mutex, 1))
    g_main_loop_run(Loop);
  gchar *Out, *Errors;
  gint Status;
  GError *Error = 0;
  if (!g_spawn_sync("", Arguments, Arguments, G_SPAWN_SEARCH_PATH, 0, 0, &Out, &Errors,
                    &Status, &Error) ||
      !g_spawn_command_line_sync("", &Out, &Errors, &Status, &Error))
    return g_async_queue_timeout_pop(Queue, 1);
  return Status ? g_async_queue_pop(Queue) : g_thread_join(Thread);
}

// Not one of them is unused.
gpointer dbtidyConformance[] = {(gpointer)memory, (gpointer)strings, (gpointer)ends,
                                (gpointer)waiting};
