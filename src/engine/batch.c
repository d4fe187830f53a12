/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter: one record out for each in, in order. A bad record is data like any other. */
#include <string.h>

#include "base/buf.h"
#include "corpus/record.h"
#include "engine/engine.h"

enum { READ_AT_ONCE = 64 * 1024 };

typedef struct batch {
    const tenor_engine *engine;
    const tenor_batch_options *options;
    tenor_options analysis;
    tenor_render_options render;
    tenor_result *result;
    tn_record_reader *reader;
    tn_arena arena; /* of the current record */
    tn_buf in, out;
    size_t in_used; /* bytes of `in` already taken as lines */
    bool at_end;
    size_t line;
    tenor_read_fn read;
    void *read_payload;
    tenor_write_fn write;
    void *write_payload;
    tenor_batch_stats *stats;
    tenor_error *error;
} batch;

static bool append(const char *data, size_t length, void *payload) {
    tn_buf *buf = payload;
    tn_put(buf, data, length);
    return !buf->failed;
}

/* ---- lines */

/* More bytes into `in`; what was used is moved out first. */
static tenor_status fill(batch *b) {
    if (b->in_used) memmove(b->in.data, b->in.data + b->in_used, b->in.length - b->in_used);
    b->in.length -= b->in_used;
    b->in_used = 0;
    if (!tn_buf_reserve(&b->in, READ_AT_ONCE > b->in.length ? READ_AT_ONCE : b->in.length)) return tn_fail_memory(b->error);
    size_t got = 0;
    if (!b->read(b->in.data + b->in.length, b->in.capacity - b->in.length - 1, &got, b->read_payload)) {
        tn_fail(b->error, TENOR_E_IO, "the input could not be read");
        tn_error_source(b->error, b->options->source);
        return TENOR_E_IO;
    }
    b->in.length += got;
    b->at_end = got == 0;
    return TENOR_OK;
}

/* The next line without its end; *more is false when there is none. */
static tenor_status next_line(batch *b, tenor_string *line, bool *more) {
    size_t searched = b->in_used;
    for (;;) {
        char *newline = b->in.length > searched ? memchr(b->in.data + searched, '\n', b->in.length - searched) : NULL;
        if (newline || (b->at_end && b->in.length > b->in_used)) {
            size_t end = newline ? (size_t)(newline - b->in.data) : b->in.length;
            *line = (tenor_string){b->in.data + b->in_used, end - b->in_used};
            b->in_used = newline ? end + 1 : end;
            b->line++;
            *more = true;
            return TENOR_OK;
        }
        *more = false;
        if (b->at_end) return TENOR_OK;
        searched = b->in.length - b->in_used;
        TN_TRY(fill(b));
    }
}

/* ---- records */

static bool is_kept(const batch *b, const tn_member *member) {
    if (tn_member_is(member, TN_STR("tenor")) || tn_member_is(member, tn_str(b->options->id_field))) return false;
    for (size_t i = 0; i < b->options->n_keep; i++)
        if (strcmp(b->options->keep[i], "*") == 0 || tn_member_is(member, tn_str(b->options->keep[i]))) return true;
    return false;
}

/* {"id":..., kept fields, "tenor": */
static void put_head(batch *b, const tn_record *record, tenor_string line, bool parsed) {
    tn_puts(&b->out, "{\"id\":");
    if (record->id.data) {
        tn_put_str(&b->out, record->id);
    } else {
        tn_putc(&b->out, '"');
        tn_buf quoted = TN_BUF_INIT;
        tn_put_json(&quoted, tn_str(b->options->source ? b->options->source : "-"));
        if (quoted.length >= 2) tn_put(&b->out, quoted.data + 1, quoted.length - 2);
        b->out.failed |= quoted.failed;
        tn_buf_free(&quoted);
        tn_putc(&b->out, '#');
        tn_put_size(&b->out, b->line);
        tn_putc(&b->out, '"');
    }
    tn_member member;
    for (size_t at = 0; parsed && b->options->n_keep && tn_member_next(line, &at, &member);) {
        if (!is_kept(b, &member)) continue;
        tn_putc(&b->out, ',');
        tn_put_str(&b->out, member.name);
        tn_putc(&b->out, ':');
        tn_put_str(&b->out, member.value);
    }
    tn_puts(&b->out, ",\"tenor\":");
}

static void put_error(batch *b, const tenor_error *error) {
    tn_putf(&b->out, "{\"schema\":%d,\"error\":{\"code\":\"%s\",\"source\":", TENOR_SCHEMA, tenor_status_name(error->status));
    tn_put_json(&b->out, tn_str(b->options->source ? b->options->source : "-"));
    tn_puts(&b->out, ",\"line\":");
    tn_put_size(&b->out, b->line);
    tn_puts(&b->out, ",\"offset\":");
    tn_put_size(&b->out, error->offset);
    tn_puts(&b->out, ",\"message\":");
    tn_put_json(&b->out, tn_str(error->message));
    tn_puts(&b->out, "}}");
}

static tenor_status analyze(batch *b, const tn_record *record, tenor_error *error) {
    tenor_options options = b->analysis;
    tenor_input input = {.text = record->text, .title = record->title, .source = b->options->source};
    options.targets = record->targets;
    options.n_targets = record->n_targets;
    return tenor_analyze(b->result, b->engine, &input, &options, error);
}

/* A record's own trouble goes into the output; the run's trouble ends it. */
static bool ends_run(tenor_status status) { return status == TENOR_E_MEMORY || status == TENOR_E_IO || status == TENOR_E_USAGE; }

static tenor_status do_record(batch *b, tenor_string line) {
    const tn_record_fields fields = {b->options->id_field, b->options->text_field, b->options->title_field,
                                     b->options->targets_field};
    tenor_error error = {.status = TENOR_OK};
    tn_record record;
    tn_arena_reset(&b->arena);
    tn_buf_reset(&b->out);
    b->stats->records++;
    tenor_status status = tn_record_read(&record, b->reader, line, &fields, &b->arena, &error);
    bool parsed = status != TENOR_E_INVALID_JSON && status != TENOR_E_INVALID_UTF8;
    put_head(b, &record, line, parsed);
    if (status == TENOR_OK) status = analyze(b, &record, &error);
    if (status == TENOR_OK) status = tenor_render(b->result, "json", &b->render, append, &b->out, &error);
    if (status != TENOR_OK) {
        if (ends_run(status)) {
            if (b->error) *b->error = error;
            return status;
        }
        b->stats->failed++;
        put_error(b, &error);
    }
    tn_puts(&b->out, "}\n");
    if (b->out.failed) return tn_fail_memory(b->error);
    if (!b->write(b->out.data, b->out.length, b->write_payload)) return tn_fail(b->error, TENOR_E_IO, "the output could not be written");
    return TENOR_OK;
}

static tenor_status run(batch *b) {
    TN_TRY(tenor_result_new(&b->result, b->error));
    TN_TRY(tn_record_reader_new(&b->reader, b->error));
    for (;;) {
        tenor_string line;
        bool more;
        TN_TRY(next_line(b, &line, &more));
        if (!more) return TENOR_OK;
        if (tn_trim(line).length) TN_TRY(do_record(b, line));
    }
}

tenor_status tenor_batch(const tenor_engine *engine, const tenor_batch_options *given, tenor_read_fn read,
                         void *read_payload, tenor_write_fn write, void *write_payload, tenor_batch_stats *stats,
                         tenor_error *error) {
    tenor_batch_options options = TENOR_BATCH_OPTIONS_INIT;
    tenor_batch_stats own;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    batch b = {.engine = engine, .options = &options, .arena = TN_ARENA_INIT, .read = read, .read_payload = read_payload};
    b.analysis = options.analysis ? *options.analysis : (tenor_options)TENOR_OPTIONS_INIT;
    b.render = options.render ? *options.render : (tenor_render_options)TENOR_RENDER_OPTIONS_INIT;
    b.write = write;
    b.write_payload = write_payload;
    b.stats = stats ? stats : &own;
    *b.stats = (tenor_batch_stats){0};
    b.error = error;
    tenor_status status = run(&b);
    tn_record_reader_free(b.reader);
    tenor_result_free(b.result);
    tn_arena_free(&b.arena);
    tn_buf_free(&b.in);
    tn_buf_free(&b.out);
    return status;
}
