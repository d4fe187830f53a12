/* A growing output buffer.
 *
 *   tn_buf out = TN_BUF_INIT;
 *   tn_puts(&out, "tension ");
 *   tn_put_fixed(&out, 63.25, 1);
 *   if (out.failed) return tn_fail_memory(error);        one check at the end is enough
 *
 * A failed allocation sets `failed` and makes every later put do nothing, so that writers need not look after each.
 * `length` bytes of data count; when data is not NULL a NUL that does not count stands behind them.
 */
#ifndef TN_BASE_BUF_H
#define TN_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/status.h"
#include "tenor/tenor.h"

typedef struct tn_buf {
    char *data;
    size_t length, capacity;
    bool failed;
} tn_buf;

#define TN_BUF_INIT \
    { NULL, 0, 0, false }

/* Room for `more` bytes beyond `length`; false (and failed) when memory is out. */
bool tn_buf_reserve(tn_buf *buf, size_t more);
void tn_buf_reset(tn_buf *buf); /* empty and no longer failed; the memory stays */
void tn_buf_free(tn_buf *buf);

static inline tenor_string tn_buf_string(const tn_buf *buf) { return (tenor_string){buf->data, buf->length}; }

/* Inline, since a record is put together of hundreds of pieces, most of them constants of a few bytes. */
static inline void tn_put(tn_buf *buf, const char *data, size_t n) {
    bool fits = !buf->failed && buf->capacity - buf->length > n; /* one byte is the NUL's */
    if (n == 0 || (!fits && !tn_buf_reserve(buf, n))) return;
    memcpy(buf->data + buf->length, data, n);
    buf->length += n;
    buf->data[buf->length] = '\0';
}

/* NULL: nothing. */
static inline void tn_puts(tn_buf *buf, const char *text) {
    if (text) tn_put(buf, text, strlen(text));
}

static inline void tn_putc(tn_buf *buf, char c) { tn_put(buf, &c, 1); }
static inline void tn_put_str(tn_buf *buf, tenor_string text) { tn_put(buf, text.data, text.length); }

void tn_put_repeat(tn_buf *buf, const char *text, size_t n);
void tn_putf(tn_buf *buf, const char *format, ...) TN_PRINTF(2, 3); /* %f depends on the locale: tn_put_fixed */
void tn_put_size(tn_buf *buf, size_t value);

/* `value` with `digits` (at most 17) digits after a point, whatever the locale: the decimal number nearest to the
 * double's exact value, ties to even. No negative zero: -0.001 with 2 digits is "0.00". Not finite: "null", as JSON
 * has it. */
void tn_put_fixed(tn_buf *buf, double value, unsigned digits);

/* The same with its sign, "+" from 0 on. */
void tn_put_signed(tn_buf *buf, double value, unsigned digits);

/* "1 word", "2 words". */
void tn_put_count(tn_buf *buf, size_t count, const char *one, const char *many);

/* Each run of white space (Unicode's) as one space, none at the ends; other bytes as they are. */
void tn_put_collapsed(tn_buf *buf, tenor_string text);

/* A JSON string (RFC 8259) with its quotes. Control characters, U+2028 and U+2029 are escaped, a byte that is no part
 * of a UTF-8 character becomes U+FFFD: the output is always valid. */
void tn_put_json(tn_buf *buf, tenor_string text);
void tn_put_json_collapsed(tn_buf *buf, tenor_string text); /* white space as tn_put_collapsed has it */

/* A cell of a CSV file (RFC 4180): in quotation marks, inner ones doubled, where it needs them. Control characters but
 * tabs and line ends become U+FFFD. */
void tn_put_cell(tn_buf *buf, tenor_string text, char separator);

#endif
