/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>

static _Thread_local size_t requests, fail_at;

static bool must_fail(void) { return ++requests == fail_at; }

void *tn_malloc(size_t size) { return must_fail() ? NULL : malloc(size ? size : 1); }

void *tn_zeroed(size_t size) { return must_fail() ? NULL : calloc(1, size ? size : 1); }

void *tn_resize(void *old, size_t size) { return must_fail() ? NULL : realloc(old, size ? size : 1); }

void tn_free(void *piece) { free(piece); }

size_t tn_alloc_fail_at(size_t n) {
    size_t made = requests;
    requests = 0;
    fail_at = n;
    return made;
}
