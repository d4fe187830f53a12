/* Arena: memory that is given out piece by piece and taken back all at once.
 *
 *   tn_arena -> chunk (newest) -> chunk of one large piece -> chunk
 *               [#######....]     [####################]      [#########]
 *                      ^ used
 *
 * A piece never moves, unless it is grown, and is zeroed, unless it is grown or asked for raw. A piece of a megabyte or
 * more has a chunk of its own: it grows by realloc, which for such sizes copies nothing and leaves nothing behind, and
 * memory that was asked for but never touched costs nothing.
 *
 * tn_arena_reset keeps the largest chunk of many pieces, so that a worker which resets after each article stops calling
 * malloc after the first few. Built with TN_ARENA_DEBUG, every piece is a malloc of its own, so that the address
 * sanitizer sees one byte past the end of any of them, and use of one that has moved.
 */
#ifndef TN_BASE_ARENA_H
#define TN_BASE_ARENA_H

#include "base/deadline.h"

typedef struct tn_chunk tn_chunk;

typedef struct tn_arena {
    tn_chunk *newest;
    size_t next_size;      /* of the next chunk */
    size_t total;          /* bytes of all chunks */
    tn_deadline *deadline; /* of what it is used for; NULL: none */
} tn_arena;

#define TN_ARENA_INIT \
    { NULL, 0, 0, NULL }

/* Whether the deadline has passed, after so much more work (deadline.h). To be asked in loops that may go on for long
 * without allocating; a function that is late returns as if memory were out. */
static inline bool tn_arena_late(const tn_arena *arena, size_t work) {
    return tn_deadline_passed(arena->deadline, work);
}

/* `size` zeroed bytes, aligned for any type; NULL when memory is out, or time. size 0 gives a pointer that is not NULL.
 */
void *tn_alloc(tn_arena *arena, size_t size);

/* `count` zeroed elements; NULL also when count * size would overflow. */
void *tn_alloc_array(tn_arena *arena, size_t count, size_t size);

/* The same, not zeroed: for elements that are all written at once. */
void *tn_alloc_raw(tn_arena *arena, size_t count, size_t size);

/* Makes `old` larger: in place where it was the last piece given out, else it moves. The tail holds anything. NULL: out
 * of memory, and `old` is as it was. */
void *tn_realloc(tn_arena *arena, void *old, size_t old_size, size_t new_size);

#define TN_NEW(arena, type) ((type *)tn_alloc((arena), sizeof(type)))
#define TN_NEW_ARRAY(arena, count, type) ((type *)tn_alloc_array((arena), (count), sizeof(type)))
#define TN_RAW_ARRAY(arena, count, type) ((type *)tn_alloc_raw((arena), (count), sizeof(type)))

/* A piece that is not needed any more: given back now if it is a large one, else at the next reset. */
void tn_release(tn_arena *arena, void *piece);

/* Takes every piece back but keeps some memory for the next round. */
void tn_arena_reset(tn_arena *arena);
void tn_arena_free(tn_arena *arena);

#endif
