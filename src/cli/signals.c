/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/signals.h"

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* The program's only mutable global: a signal handler can be told things in no other way. */
static const char *volatile unfinished;

/* Only async-signal-safe calls. Raised again, so that a shell sees that a signal ended us (and shows 130). */
static void stop(int number) {
    if (unfinished) (void)unlink(unfinished);
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

void tn_signals_unlink(const char *path) { unfinished = path; }
