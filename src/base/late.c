/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/late.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { UNTRIED, LOADED, MISSING }; /* tn_late.state; the first must be what a static object begins with */

static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;

static int give_up(tn_late *library) {
    const char *why = dlerror();
    (void)snprintf(library->why, sizeof library->why, "%s", why ? why : library->file);
    return MISSING;
}

/* RTLD_LOCAL: its names stay out of the way of those that the program has. */
static int load(tn_late *library) {
    void *handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return give_up(library);
    for (size_t i = 0; i < library->count; i++) {
        void *function = dlsym(handle, library->symbols[i]);
        if (!function) return give_up(library);
        memcpy((char *)library->table + i * sizeof function, &function, sizeof function);
    }
    if (library->ready) library->ready();
    return LOADED;
}

tenor_status tn_late_load(tn_late *library, tenor_error *error) {
    int state = atomic_load_explicit(&library->state, memory_order_acquire);
    if (state == UNTRIED) {
        (void)pthread_mutex_lock(&loading);
        state = atomic_load_explicit(&library->state, memory_order_relaxed);
        if (state == UNTRIED) state = load(library);
        atomic_store_explicit(&library->state, state, memory_order_release);
        (void)pthread_mutex_unlock(&loading);
    }
    if (state == LOADED) return TENOR_OK;
    return tn_fail(error, TENOR_E_NO_LIBRARY, "%s needs %s, which cannot be loaded (%s)", library->what, library->name,
                   library->why);
}
