/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/exit.h"

tn_exit tn_exit_of(tenor_status status) {
    switch (status) {
        case TENOR_OK: return TN_EXIT_OK;
        case TENOR_E_USAGE:
        case TENOR_E_DATA: return TN_EXIT_USAGE;
        case TENOR_E_IO:
        case TENOR_E_NO_LIBRARY:
        case TENOR_E_MEMORY: return TN_EXIT_SYSTEM;
        default: return TN_EXIT_RECORDS;
    }
}

static int severity(tn_exit code) {
    switch (code) {
        case TN_EXIT_OK: return 0;
        case TN_EXIT_RECORDS: return 1;
        case TN_EXIT_GATE: return 2;
        case TN_EXIT_SYSTEM: return 3;
        case TN_EXIT_USAGE: return 4;
        case TN_EXIT_HANGUP:
        case TN_EXIT_INTERRUPT:
        case TN_EXIT_TERMINATE: return 5;
        case TN_EXIT_PIPE: return 6;
    }
    return 0;
}

tn_exit tn_exit_worse(tn_exit a, tn_exit b) { return severity(a) >= severity(b) ? a : b; }
