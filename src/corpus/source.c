/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/source.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "corpus/elements.h"

enum { READ_AT_ONCE = 64 * 1024, KEPT_AT_MOST = 4 * 1024 * 1024 };

struct tn_source {
    tn_source_options options;
    tn_inputs *inputs;
    bool read_begun; /* options.read has been made a stream */
    tn_stream *stream;
    size_t taken; /* of streams that are closed */
    bool stopped;
    tn_arena arena; /* of the headers */
    const tn_header *headers;
    tn_buf path, name; /* of the file, and of the file or archive member */
    /* of the member that is being read */
    bool in_member;
    tn_form form;
    const tn_header *header;
    tn_buf in;
    size_t used;  /* bytes of `in` already given out */
    size_t start; /* offset of in.data[0] in the member */
    size_t line;  /* lines before `used` */
    size_t count; /* JSON: records so far */
    bool in_array;
    size_t column; /* characters before `used` in its line, while between records */
    bool at_end;
};

bool tn_form_of(tn_form *form, const char *name) {
    static const char *const names[] = {"auto", "jsonl", "json", "csv", "tsv", "text", "html"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *form = (tn_form)i;
            return true;
        }
    return false;
}

void tn_raw_free(tn_raw *raw) {
    tn_buf_free(&raw->bytes);
    tn_buf_free(&raw->source);
}

void tn_put_raw_name(tn_buf *out, const tn_raw *raw) {
    tn_put_str(out, tn_buf_string(&raw->source));
    if (raw->number) tn_putf(out, "#%zu", raw->number);
}

tenor_status tn_source_new(tn_source **out, const tn_source_options *options, tenor_error *error) {
    *out = tn_malloc(sizeof **out);
    if (!*out) return tn_fail_memory(error);
    **out = (tn_source){.options = *options, .arena = TN_ARENA_INIT};
    tenor_status status = options->read ? TENOR_OK : tn_inputs_new(&(*out)->inputs, &options->inputs, error);
    if (status == TENOR_OK) return TENOR_OK;
    tn_source_free(*out);
    *out = NULL;
    return status;
}

static void close_stream(tn_source *s) {
    if (s->stream) s->taken += tn_stream_taken(s->stream);
    if (s->stream && tn_stream_stopped(s->stream)) s->stopped = true;
    tn_stream_close(s->stream);
    s->stream = NULL;
    s->in_member = false;
}

void tn_source_free(tn_source *s) {
    if (!s) return;
    tn_stream_close(s->stream);
    tn_inputs_free(s->inputs);
    tn_buf_free(&s->in);
    tn_buf_free(&s->path);
    tn_buf_free(&s->name);
    tn_arena_free(&s->arena);
    tn_free(s);
}

size_t tn_source_taken(const tn_source *s) { return s->taken + (s->stream ? tn_stream_taken(s->stream) : 0); }

/* ---- bytes of a member */

/* More bytes into `in`, which keeps what is from s->used on. */
static tenor_status fill(tn_source *s, tenor_error *error) {
    if (s->used) {
        memmove(s->in.data, s->in.data + s->used, s->in.length - s->used);
        s->in.length -= s->used;
        s->start += s->used;
        s->used = 0;
    }
    if (s->in.length == 0 && s->in.capacity > KEPT_AT_MOST) tn_buf_free(&s->in); /* after a giant */
    size_t room = s->in.length > READ_AT_ONCE ? s->in.length : READ_AT_ONCE, got;
    if (!tn_buf_reserve(&s->in, room)) return tn_fail_memory(error);
    tenor_status status = tn_stream_read(s->stream, s->in.data + s->in.length, room, &got, error);
    s->in.length += got;
    s->in.data[s->in.length] = '\0';
    s->at_end = got == 0;
    if (tn_stream_stopped(s->stream)) { /* half a record is none */
        s->in.length = s->used;
        s->stopped = true;
    }
    return status;
}

/* ---- records of a member */

static tenor_status too_large(tn_source *s, tn_raw *raw) {
    tn_buf_reset(&raw->bytes);
    return tn_fail(&raw->error, TENOR_E_TOO_LARGE, "the record has more than %zu bytes", s->options.longest);
}

/* Where a search for a record's end stands. */
typedef struct scan {
    tn_csv_scan csv;
    tn_element_scan element;
} scan;

/* Looks for the record's end from `from` on; the search may go on with more bytes. */
static size_t find_end(const tn_source *s, scan *scan, size_t from) {
    if (tn_is_csv(s->form))
        return tn_csv_end(&scan->csv, s->form == TN_FORM_TSV ? '\t' : ',', s->in.data, from, s->in.length);
    if (s->form == TN_FORM_JSON) return tn_element_end(&scan->element, s->in.data, from, s->in.length);
    const char *newline = s->in.length > from ? memchr(s->in.data + from, '\n', s->in.length - from) : NULL;
    return newline ? (size_t)(newline - s->in.data) : s->in.length;
}

/* A giant at the start of `in` is not copied: the two buffers change places, and what follows it, from
 * `used` on, goes into the other. */
static void hand_over(tn_source *s, tn_raw *raw, size_t length) {
    tn_buf giant = s->in;
    s->in = raw->bytes;
    tn_put(&s->in, giant.data + s->used, giant.length - s->used);
    s->start += s->used;
    s->used = 0;
    giant.length = length;
    giant.data[length] = '\0';
    raw->bytes = giant;
}

/* What the record has been found to end with is taken: a bracket belongs to it, a line end does not. */
static void take_end(tn_source *s, const scan *scan, size_t end, bool ended) {
    if (s->form == TN_FORM_JSON) {
        s->used = end + scan->element.bracketed;
        s->line += scan->element.newlines;
    } else {
        s->used = ended ? end + 1 : end;
        s->line += 1 + scan->csv.newlines;
    }
}

/* The next line, element or CSV record, without its end. *more is false when the member has none left. A giant is
 * passed over without being held. */
static tenor_status next_piece(tn_source *s, tn_raw *raw, bool *more, tenor_error *error) {
    scan scan = {.element.indent = s->column};
    size_t searched = s->used, end;
    raw->line = s->line + 1;
    raw->number = s->form == TN_FORM_JSON ? ++s->count : raw->line;
    raw->offset = s->start + s->used;
    for (;;) {
        end = find_end(s, &scan, searched);
        if (end < s->in.length || (s->at_end && end == s->in.length)) break;
        if (s->in.length - s->used > s->options.longest) {
            (void)too_large(s, raw);
            s->start += s->in.length - s->used;
            s->in.length = s->used;
        }
        searched = s->in.length - s->used;
        TN_TRY(fill(s, error));
    }
    bool ended = end < s->in.length;
    *more = ended || end > s->used || raw->error.status != TENOR_OK;
    if (s->stopped) *more = false;
    if (!*more) return TENOR_OK;
    size_t start = s->used, length = end - start + scan.element.bracketed;
    if (length > s->options.longest) (void)too_large(s, raw);
    take_end(s, &scan, end, ended);
    if (raw->error.status != TENOR_OK) return TENOR_OK;
    if (start == 0 && length > KEPT_AT_MOST) hand_over(s, raw, length);
    else tn_put(&raw->bytes, s->in.data + start, length);
    return raw->bytes.failed || s->in.failed ? tn_fail_memory(error) : TENOR_OK;
}

/* All of a member as one record. */
static tenor_status whole_member(tn_source *s, tn_raw *raw, bool *more, tenor_error *error) {
    *more = !s->at_end || s->start + s->in.length == 0 || s->used < s->in.length;
    raw->line = raw->number = raw->offset = 0;
    while (!s->at_end) {
        if (s->in.length > s->options.longest) {
            (void)too_large(s, raw);
            s->in.length = 0;
        }
        TN_TRY(fill(s, error));
    }
    if (s->in.length > s->options.longest) (void)too_large(s, raw);
    if (raw->error.status == TENOR_OK && s->in.length > KEPT_AT_MOST) {
        s->used = s->in.length;
        hand_over(s, raw, s->in.length);
    } else if (raw->error.status == TENOR_OK) {
        tn_put(&raw->bytes, s->in.data, s->in.length);
    }
    s->in_member = false;
    if (s->stopped) *more = false;
    return raw->bytes.failed ? tn_fail_memory(error) : TENOR_OK;
}

/* ---- JSON: what stands between records */

/* Passes over a character between records; false: a record begins with it. */
static bool pass(tn_source *s, char c) {
    bool between = tn_is_space(c) || c == ',' || c == (s->in_array ? ']' : '[');
    s->column = c == '\n' ? 0 : s->column + between;
    s->line += c == '\n';
    if (c == '[') s->in_array = true;
    if (between && c == ']') s->in_array = false;
    return between;
}

/* *more is false at the member's end. An array that is never closed is one cut short: that is told. */
static tenor_status next_element(tn_source *s, tn_raw *raw, bool *more, tenor_error *error) {
    for (;;) {
        while (s->used < s->in.length && pass(s, s->in.data[s->used])) s->used++;
        if (s->used < s->in.length || s->at_end) break;
        TN_TRY(fill(s, error));
    }
    *more = !s->stopped && (s->used < s->in.length || s->in_array);
    if (!*more) return TENOR_OK;
    if (s->used < s->in.length) return next_piece(s, raw, more, error);
    s->in_array = false;
    raw->line = s->line + 1;
    raw->number = ++s->count;
    raw->offset = s->start + s->used;
    (void)tn_fail(&raw->error, TENOR_E_INVALID_JSON, "the array is not closed: the file may have been cut short");
    return TENOR_OK;
}

/* Else the member is one text. */
static bool has_records(const tn_source *s) {
    return tn_is_csv(s->form) || s->form == TN_FORM_JSONL || s->form == TN_FORM_JSON;
}

/* Reads lines until one says something. */
static tenor_status next_in_member(tn_source *s, tn_raw *raw, bool *more, tenor_error *error) {
    if (s->form == TN_FORM_JSON) return next_element(s, raw, more, error);
    if (!has_records(s)) return whole_member(s, raw, more, error);
    for (*more = true; *more;) {
        tn_buf_reset(&raw->bytes);
        TN_TRY(next_piece(s, raw, more, error));
        if (raw->error.status != TENOR_OK || tn_trim(tn_buf_string(&raw->bytes)).length) break;
    }
    if (*more && tn_is_csv(s->form) && raw->bytes.length && raw->bytes.data[raw->bytes.length - 1] == '\r')
        raw->bytes.length--;
    return TENOR_OK;
}

/* ---- headers of CSV */

static const tn_header *find_header(const tn_source *s, tenor_string line, char separator) {
    for (const tn_header *h = s->headers; h; h = h->older)
        if (h->separator == separator && tn_equal(h->line, line)) return h;
    return NULL;
}

/* The names go into the output as they stand, where nothing but UTF-8 may be. */
static tenor_status check_names(tenor_string line, tenor_error *error) {
    for (size_t at = 0, n; at < line.length; at += n) {
        n = tn_utf8_length(line.data + at, line.length - at);
        if (n == 0) return tn_fail(error, TENOR_E_INVALID_UTF8, "the header is not valid UTF-8");
    }
    return TENOR_OK;
}

static tenor_status set_header(tn_source *s, tenor_string line, tenor_error *error) {
    TN_TRY(check_names(line, error));
    char separator = s->form == TN_FORM_TSV ? '\t' : ',';
    s->header = find_header(s, line, separator);
    if (s->header) return TENOR_OK;
    tn_header *header = TN_NEW(&s->arena, tn_header);
    char *copy = tn_alloc(&s->arena, line.length);
    if (!header || !copy) return tn_fail_memory(error);
    if (line.length) memcpy(copy, line.data, line.length);
    *header = (tn_header){.older = s->headers, .line = {copy, line.length}, .separator = separator};
    TN_TRY(tn_csv_split(&header->names, header->line, separator, &s->arena, error));
    for (size_t i = 0; i < header->names.count; i++)
        TN_TRY(tn_csv_value(&header->names.at[i], header->names.at[i], &s->arena, error));
    s->headers = s->header = header;
    return TENOR_OK;
}

/* ---- what a member is */

/* The form that a name promises, compression suffixes aside. */
static tn_form form_of_name(tenor_string name) {
    static const struct {
        const char *ending;
        tn_form form;
    } rows[] = {{".jsonl", TN_FORM_JSONL}, {".ndjson", TN_FORM_JSONL}, {".json", TN_FORM_JSON}, {".csv", TN_FORM_CSV},
                {".tsv", TN_FORM_TSV},     {".tab", TN_FORM_TSV},      {".html", TN_FORM_HTML}, {".htm", TN_FORM_HTML},
                {".xhtml", TN_FORM_HTML},  {".txt", TN_FORM_TEXT},     {".text", TN_FORM_TEXT}, {".md", TN_FORM_TEXT}};
    static const char *const packed[] = {".gz", ".zst", ".xz", ".bz2"};
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
        if (tn_ends_nocase(name, tn_str(packed[i]))) name.length -= strlen(packed[i]);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (tn_ends_nocase(name, tn_str(rows[i].ending))) return rows[i].form;
    return TN_FORM_AUTO;
}

/* The form that the first bytes show. Without a sign of anything else, a stream is records and a file is a text. */
static tn_form form_of_bytes(const tn_source *s, bool stream) {
    tenor_string bytes = tn_trim(tn_slice(tn_buf_string(&s->in), s->used, s->in.length));
    if (tn_looks_like_elements(bytes)) return TN_FORM_JSON;
    if (bytes.length && bytes.data[0] == '{') return TN_FORM_JSONL;
    if (tn_starts_nocase(bytes, TN_STR("<!doctype html")) || tn_starts_nocase(bytes, TN_STR("<html")))
        return TN_FORM_HTML;
    return stream ? TN_FORM_JSONL : TN_FORM_TEXT;
}

/* A file called .json may hold one record a line, where a bad line costs one record whatever is wrong with it. */
static tn_form json_form_of_bytes(const tn_source *s) {
    return tn_looks_like_elements(tn_slice(tn_buf_string(&s->in), s->used, s->in.length)) ? TN_FORM_JSON
                                                                                          : TN_FORM_JSONL;
}

static void skip_byte_order_mark(tn_source *s) {
    if (s->in.length >= 3 && memcmp(s->in.data, "\xEF\xBB\xBF", 3) == 0) s->used = 3;
}

/* Reads the first bytes, finds the form, and for CSV takes the header. */
static tenor_status begin_member(tn_source *s, tn_raw *raw, tenor_error *error) {
    s->used = s->start = s->line = s->count = s->column = s->in.length = 0;
    s->at_end = s->in_array = false;
    s->header = NULL;
    s->in_member = true;
    TN_TRY(fill(s, error));
    s->form = s->options.form ? s->options.form : form_of_name(tn_buf_string(&s->name));
    if (s->form != TN_FORM_TEXT && s->form != TN_FORM_HTML) skip_byte_order_mark(s);
    bool stream = s->options.read || strcmp(s->path.data, "-") == 0;
    if (!s->form) s->form = form_of_bytes(s, stream);
    if (s->form == TN_FORM_JSON && !s->options.form) s->form = json_form_of_bytes(s);
    if (!tn_is_csv(s->form)) return TENOR_OK;
    bool more;
    TN_TRY(next_in_member(s, raw, &more, error));
    if (raw->error.status != TENOR_OK) return TENOR_OK;
    tenor_status status = more ? set_header(s, tn_buf_string(&raw->bytes), error) : TENOR_OK;
    tn_buf_reset(&raw->bytes);
    if (status != TENOR_OK) s->line = 0; /* where the header stands */
    if (!more) s->in_member = false;
    return status;
}

/* ---- one after the other */

static tenor_status open_next(tn_source *s, bool *more, tenor_error *error) {
    const char *path = s->options.name ? s->options.name : "-";
    if (s->options.read) {
        *more = !s->read_begun;
        s->read_begun = true;
    } else {
        tn_buf_reset(&s->path); /* named in the trouble, if there is any */
        TN_TRY(tn_inputs_next(s->inputs, &path, error));
        *more = path != NULL;
    }
    if (!*more) return TENOR_OK;
    tn_buf_reset(&s->path);
    tn_puts(&s->path, path);
    tn_buf_reset(&s->name);
    tn_puts(&s->name, strcmp(path, "-") == 0 ? "stdin" : path);
    if (s->path.failed || s->name.failed || !tn_buf_reserve(&s->path, 1)) return tn_fail_memory(error);
    if (s->options.read) return tn_stream_of(&s->stream, path, s->options.read, s->options.read_payload, error);
    return tn_stream_open(&s->stream, path, &s->options.inputs.waiting, error);
}

/* The stream's next member, or the next stream's. */
static tenor_status next_member(tn_source *s, tn_raw *raw, bool *more, tenor_error *error) {
    const char *name = NULL;
    *more = true;
    if (!s->stream) TN_TRY(open_next(s, more, error));
    if (!*more) return TENOR_OK;
    bool found;
    TN_TRY(tn_stream_member(s->stream, &name, &found, error));
    if (!found) {
        close_stream(s);
        return TENOR_OK;
    }
    if (name) {
        tn_buf_reset(&s->name);
        tn_put_str(&s->name, tn_buf_string(&s->path));
        tn_putc(&s->name, '/');
        tn_puts(&s->name, name);
        if (s->name.failed) return tn_fail_memory(error);
    }
    return begin_member(s, raw, error);
}

/* A record, or nothing yet; *more is false at the end of everything. */
static tenor_status step(tn_source *s, tn_raw *raw, bool *found, bool *more, tenor_error *error) {
    *more = !s->stopped;
    if (s->stopped) return TENOR_OK;
    if (!s->in_member) {
        TN_TRY(next_member(s, raw, more, error));
        *found = raw->error.status != TENOR_OK;
        return TENOR_OK;
    }
    TN_TRY(next_in_member(s, raw, found, error));
    if (!*found) s->in_member = false;
    return TENOR_OK;
}

/* What could not be read becomes a record that says so. */
static void make_trouble(tn_source *s, tn_raw *raw, const tenor_error *error) {
    raw->error = *error;
    raw->number = raw->line = s->in_member && has_records(s) ? s->line + 1 : 0;
    tn_buf_reset(&raw->bytes);
    if (s->stream) { /* an archive may have a next member, anything else is over */
        s->in_member = false;
        s->in.length = s->used = 0;
    }
    if (error->status == TENOR_E_IO || error->status == TENOR_E_NO_LIBRARY) close_stream(s);
}

tenor_status tn_source_next(tn_source *s, tn_raw *raw, bool *more, tenor_error *error) {
    bool found = false;
    tenor_error trouble;
    if (raw->bytes.capacity > KEPT_AT_MOST) tn_buf_free(&raw->bytes); /* after a giant */
    tn_buf_reset(&raw->bytes);
    raw->error.status = TENOR_OK;
    for (*more = true; *more && !found;) {
        tenor_status status = step(s, raw, &found, more, &trouble);
        if (status == TENOR_E_MEMORY) return tn_fail_memory(error);
        if (status == TENOR_OK) continue;
        make_trouble(s, raw, &trouble);
        found = true;
    }
    if (!*more) return TENOR_OK;
    raw->form = s->form;
    raw->header = s->header;
    tn_buf_reset(&raw->source);
    if (raw->error.status == TENOR_E_IO && raw->error.source[0]) tn_puts(&raw->source, raw->error.source);
    else tn_put_str(&raw->source, tn_buf_string(&s->name));
    return raw->source.failed ? tn_fail_memory(error) : TENOR_OK;
}
