/* Compressed input: .gz, .bz2, .xz, .zst, .lz4, told by their first bytes. */
#ifndef TN_TEXT_UNPACK_H
#define TN_TEXT_UNPACK_H

#include "base/arena.h"
#include "base/status.h"

bool tn_is_packed(tenor_string bytes);

/* What is in it, of at most `most` bytes. Errors: TENOR_E_NOT_TEXT (broken), TENOR_E_TOO_LARGE, TENOR_E_NO_LIBRARY,
 * TENOR_E_MEMORY. */
tenor_status tn_unpack(tenor_string *out, tenor_string bytes, size_t most, tn_arena *arena, tenor_error *error);

#endif
