/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/signals.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

enum { FILES = 2 };

/* The program's only mutable globals: a signal handler can be told things in no other way. */
static const char *volatile unfinished[FILES];
static volatile sig_atomic_t deferring, deferred;

/* Only async-signal-safe calls. Raised again, so that a shell sees that a signal ended us (and shows 130). */
static void stop(int number) {
    if (deferring && !deferred) {
        deferred = number;
        return;
    }
    for (int i = 0; i < FILES; i++)
        if (unfinished[i]) (void)unlink(unfinished[i]);
    (void)signal(number, SIG_DFL);
    (void)raise(number);
}

static void catch_unless_ignored(int number) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0 || action.sa_handler == SIG_IGN) return;
    action = (struct sigaction){.sa_handler = stop};
    (void)sigaction(number, &action, NULL);
}

void tn_signals_install(void) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &ignore, NULL);
    catch_unless_ignored(SIGINT);
    catch_unless_ignored(SIGTERM);
    catch_unless_ignored(SIGHUP);
}

static void replace(const char *old, const char *new) {
    for (int i = 0; i < FILES; i++)
        if (unfinished[i] == old) {
            unfinished[i] = new;
            return;
        }
}

void tn_signals_unlink(const char *path) { replace(NULL, path); }

void tn_signals_keep(const char *path) {
    if (path) replace(path, NULL);
}

void tn_signals_defer(void) { deferring = 1; }

int tn_signals_deferred(void) { return deferred; }
