/* Bytes from a file, a pipe or a caller's function, decompressed on the way.
 *
 *   tn_stream_open(&stream, "day.jsonl.zst", ...)
 *   while (tn_stream_member(stream, &name, &more, error) == TENOR_OK && more)     a tar or zip has many members,
 *       while (tn_stream_read(stream, data, capacity, &got, error) == TENOR_OK && got)  anything else has one, unnamed
 *           use(data, got);
 *
 * What it is shows in its first bytes, not in its name. Plain bytes go through untouched; gzip, zstd, xz, bzip2, tar
 * and zip go through libarchive, of which no filter that starts another program is in use.
 */
#ifndef TN_CORPUS_STREAM_H
#define TN_CORPUS_STREAM_H

#include "base/status.h"

typedef struct tn_stream tn_stream;

/* Called when the input has nothing ready, again every quarter of a second while that lasts; false: give up, which then
 * looks like the end of the input. */
typedef bool (*tn_idle_fn)(void *payload);

typedef struct tn_stream_options {
    tn_idle_fn idle; /* may be NULL */
    void *payload;
} tn_stream_options;

/* "-" is standard input. Errors: TENOR_E_IO with the path as source, TENOR_E_MEMORY. */
tenor_status tn_stream_open(tn_stream **out, const char *path, const tn_stream_options *options, tenor_error *error);

/* `read` is called until it gives nothing. `name` is for messages. */
tenor_status tn_stream_of(tn_stream **out, const char *name, tenor_read_fn read, void *payload, tenor_error *error);
void tn_stream_close(tn_stream *stream); /* NULL is allowed */

/* Goes to the next member that is a file. *name is NULL when the stream is no archive; it lives until the next call.
 * Errors: TENOR_E_IO, also for data that is broken; TENOR_E_MEMORY. */
tenor_status tn_stream_member(tn_stream *stream, const char **name, bool *more, tenor_error *error);

/* At most `capacity` bytes of the member; *got is 0 at its end. Errors as above. */
tenor_status tn_stream_read(tn_stream *stream, char *data, size_t capacity, size_t *got, tenor_error *error);

/* `idle` said to give up. */
bool tn_stream_stopped(const tn_stream *stream);

/* Bytes of the file itself, compressed as they are, that have been taken in. */
size_t tn_stream_taken(const tn_stream *stream);

#endif
