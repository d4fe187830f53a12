/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/signals.h"

enum { ENOUGH_TO_WRITE = 64 * 1024 };

tn_exit tn_output_open(tn_output *output, const char *path) {
    *output = (tn_output){.descriptor = STDOUT_FILENO};
    if (!path || strcmp(path, "-") == 0) return TN_EXIT_OK;
    tenor_error error;
    if (tn_outfile_open(&output->file, path, &error) != TENOR_OK) {
        tn_print_error(&error);
        *output = (tn_output){0};
        return tn_exit_of(error.status);
    }
    output->to_file = true;
    output->descriptor = output->file.descriptor;
    tn_signals_unlink(output->file.temporary);
    return TN_EXIT_OK;
}

tn_exit tn_output_open_part(tn_output *output, const char *path, size_t length) {
    tenor_error error;
    *output = (tn_output){.descriptor = STDOUT_FILENO};
    if (tn_outfile_open_part(&output->file, path, length, &error) != TENOR_OK) {
        tn_print_error(&error);
        *output = (tn_output){0};
        return tn_exit_of(error.status);
    }
    output->to_file = true;
    output->descriptor = output->file.descriptor;
    return TN_EXIT_OK;
}

bool tn_output_sync(tn_output *output) {
    if (!tn_output_flush(output)) return false;
    if (output->to_file && fsync(output->descriptor) != 0) output->failed_with = errno;
    return output->failed_with == 0;
}

bool tn_output_flush(tn_output *output) {
    if (output->failed_with) return false;
    tn_buf *pending = &output->pending;
    output->written |= pending->length > 0;
    if (pending->failed) {
        output->failed_with = ENOMEM;
    } else if (!tn_write_all(output->descriptor, pending->data, pending->length)) {
        output->failed_with = errno;
    }
    tn_buf_reset(pending);
    return output->failed_with == 0;
}

bool tn_output_write(const char *data, size_t length, void *payload) {
    tn_output *output = payload;
    if (output->failed_with) return false;
    tn_put(&output->pending, data, length);
    return output->pending.length < ENOUGH_TO_WRITE && !output->pending.failed ? true : tn_output_flush(output);
}

static tn_exit report_failure(const tn_output *output) {
    if (output->failed_with == EPIPE && !output->to_file) return TN_EXIT_PIPE;
    tenor_error error;
    (void)tn_fail_system(&error, "write", output->to_file ? output->file.path : "standard output", output->failed_with);
    tn_print_error(&error);
    return TN_EXIT_SYSTEM;
}

static tn_exit close_file(tn_output *output, bool keep) {
    tenor_error error;
    tn_exit code = TN_EXIT_OK;
    tn_signals_keep(output->file.temporary);
    if (!keep) {
        tn_outfile_discard(&output->file);
    } else if (tn_outfile_commit(&output->file, &error) != TENOR_OK) {
        tn_print_error(&error);
        code = TN_EXIT_SYSTEM;
    }
    return code;
}

tn_exit tn_output_suspend(tn_output *output) {
    if (output->descriptor == 0) return TN_EXIT_OK;
    tn_exit code = tn_output_sync(output) ? TN_EXIT_OK : report_failure(output);
    if (output->to_file) tn_outfile_suspend(&output->file);
    tn_buf_free(&output->pending);
    *output = (tn_output){0};
    return code;
}

tn_exit tn_output_close(tn_output *output, bool keep) {
    if (output->descriptor == 0) return TN_EXIT_OK;
    tn_exit code = TN_EXIT_OK;
    bool good = tn_output_flush(output);
    if (!good) code = report_failure(output);
    if (output->to_file) code = tn_exit_worse(code, close_file(output, keep && good));
    tn_buf_free(&output->pending);
    *output = (tn_output){0};
    return code;
}
