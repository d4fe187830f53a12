/* Compressing what is written: gzip or zstd, in frames that stand by themselves. */
#ifndef TN_CORPUS_PACK_H
#define TN_CORPUS_PACK_H

#include "base/status.h"

typedef struct tn_pack tn_pack;

/* `kind`: "gz" or "zst". The bytes are the same whenever the frames end at the same places. Errors: TENOR_E_USAGE,
 * TENOR_E_NO_LIBRARY, TENOR_E_MEMORY. */
tenor_status tn_pack_new(tn_pack **out, const char *kind, tenor_write_fn write, void *payload, tenor_error *error);
void tn_pack_free(tn_pack *pack); /* NULL is allowed; an unfinished frame is lost */

/* Begins a frame where none has begun, even with no bytes. Errors: TENOR_E_IO when `write` returned false,
 * TENOR_E_MEMORY. */
tenor_status tn_pack_write(tn_pack *pack, const char *data, size_t length, tenor_error *error);

/* Ends the frame; what follows begins another. Nothing is written when the frame is empty. */
tenor_status tn_pack_finish(tn_pack *pack, tenor_error *error);

#endif
