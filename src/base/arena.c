/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

enum { FIRST_CHUNK = 16 * 1024, LARGEST_STEP = 4 * 1024 * 1024, BYTES_A_WORK = 64 };

#ifdef TN_ARENA_DEBUG
enum { LARGE_PIECE = 1, GARBAGE = 0xA5 };
#else
enum { LARGE_PIECE = 1024 * 1024 };
#endif

struct tn_chunk {
    tn_chunk *older;
    size_t size, used;
    size_t written; /* what lies beyond was never given out: it is zero since it came */
    void *last;
    bool alone; /* holds one large piece */
    alignas(max_align_t) unsigned char bytes[];
};

/* The size of a piece in its chunk. */
static size_t step_of(size_t size) {
    size_t step = size ? size : 1;
#ifndef TN_ARENA_DEBUG
    const size_t a = alignof(max_align_t);
    step = (step + a - 1) & ~(a - 1);
#endif
    return step;
}

static tn_chunk *new_chunk(tn_arena *arena, size_t size) {
    if (tn_arena_late(arena, size / BYTES_A_WORK)) return NULL;
    tn_chunk *chunk = tn_zeroed(sizeof(tn_chunk) + size);
    if (!chunk) return NULL;
    chunk->size = size;
    arena->total += size;
    return chunk;
}

static tn_chunk *add_chunk(tn_arena *arena, size_t need) {
    size_t size = arena->next_size ? arena->next_size : FIRST_CHUNK;
    if (size < need) size = need;
    tn_chunk *chunk = new_chunk(arena, size);
    if (!chunk) return NULL;
    chunk->older = arena->newest;
    arena->newest = chunk;
    arena->next_size = size < LARGEST_STEP ? size * 2 : LARGEST_STEP;
    return chunk;
}

/* Behind the newest chunk, which has room yet. */
static tn_chunk *add_large(tn_arena *arena, size_t need) {
    tn_chunk *chunk = new_chunk(arena, need), *newest = arena->newest;
    if (!chunk) return NULL;
    chunk->alone = true;
    chunk->older = newest ? newest->older : NULL;
    if (newest) newest->older = chunk;
    else arena->newest = chunk;
    return chunk;
}

/* bytes[start ... end) are zero from here on. */
static void clear(tn_chunk *chunk, size_t start, size_t end) {
    size_t dirty = end < chunk->written ? end : chunk->written;
    if (start < dirty) memset(chunk->bytes + start, 0, dirty - start);
}

static void take(tn_chunk *chunk, size_t end) {
    chunk->used = end;
    if (end > chunk->written) chunk->written = end;
}

/* A piece that holds anything; *chunk: where it lies. */
static void *place(tn_arena *arena, size_t size, tn_chunk **in) {
    if (size > SIZE_MAX / 2) return NULL;
    size_t step = step_of(size);
    tn_chunk *chunk = arena->newest;
    if (step >= LARGE_PIECE) chunk = add_large(arena, step);
    else if (!chunk || chunk->size - chunk->used < step) chunk = add_chunk(arena, step);
    if (!chunk) return NULL;
    chunk->last = chunk->bytes + chunk->used;
    chunk->used += step;
    *in = chunk;
    return chunk->last;
}

void *tn_alloc(tn_arena *arena, size_t size) {
    tn_chunk *chunk;
    unsigned char *piece = place(arena, size, &chunk);
    if (!piece) return NULL;
    size_t start = (size_t)(piece - chunk->bytes);
    clear(chunk, start, chunk->used);
    take(chunk, chunk->used);
    return piece;
}

void *tn_alloc_array(tn_arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) return NULL;
    return tn_alloc(arena, count * size);
}

void *tn_alloc_raw(tn_arena *arena, size_t count, size_t size) {
    tn_chunk *chunk;
    void *piece = size && count > SIZE_MAX / size ? NULL : place(arena, count * size, &chunk);
    if (!piece) return NULL;
#ifdef TN_ARENA_DEBUG
    memset(piece, GARBAGE, count * size);
#endif
    take(chunk, chunk->used);
    return piece;
}

/* ---- growing */

/* Where the chunk of a large piece hangs; NULL: it is not a large piece. */
static tn_chunk **find_large(tn_arena *arena, const void *piece) {
    for (tn_chunk **at = &arena->newest; *at; at = &(*at)->older)
        if ((*at)->alone && (*at)->bytes == piece) return at;
    return NULL;
}

static void *grow_large(tn_arena *arena, tn_chunk **at, size_t step) {
    if (tn_arena_late(arena, step / BYTES_A_WORK)) return NULL;
    tn_chunk *chunk = tn_resize(*at, sizeof(tn_chunk) + step);
    if (!chunk) return NULL;
    arena->total += step - chunk->size;
#ifdef TN_ARENA_DEBUG
    memset(chunk->bytes + chunk->size, GARBAGE, step - chunk->size);
#endif
    chunk->size = step;
    take(chunk, step);
    chunk->last = chunk->bytes;
    *at = chunk;
    return chunk->bytes;
}

static void *grow_last(tn_chunk *chunk, void *piece, size_t step) {
    size_t end = (size_t)((unsigned char *)piece - chunk->bytes) + step;
    if (end > chunk->size) return NULL;
    take(chunk, end);
    return piece;
}

void *tn_realloc(tn_arena *arena, void *old, size_t old_size, size_t new_size) {
    if (new_size > SIZE_MAX / 2) return NULL;
    size_t step = step_of(new_size);
    tn_chunk **large = old && step_of(old_size) >= LARGE_PIECE ? find_large(arena, old) : NULL;
    if (large && step >= (*large)->size) return grow_large(arena, large, step);
    tn_chunk *newest = arena->newest;
    if (old && newest && newest->last == old && !newest->alone && new_size >= old_size) {
        void *same = grow_last(newest, old, step);
        if (same) return same;
    }
    void *fresh = tn_alloc_raw(arena, new_size, 1);
    if (fresh && old) memcpy(fresh, old, old_size < new_size ? old_size : new_size);
    return fresh;
}

/* ---- giving back */

static void free_chunk(tn_arena *arena, tn_chunk *chunk) {
    arena->total -= chunk->size;
    tn_free(chunk);
}

void tn_release(tn_arena *arena, void *piece) {
    tn_chunk **at = find_large(arena, piece);
    if (!at) return;
    tn_chunk *chunk = *at;
    *at = chunk->older;
    free_chunk(arena, chunk);
}

void tn_arena_reset(tn_arena *arena) {
    tn_chunk *keep = NULL;
    for (tn_chunk *c = arena->newest; c; c = c->older)
        if (!c->alone && (!keep || c->size > keep->size)) keep = c;
    for (tn_chunk *c = arena->newest; c;) {
        tn_chunk *older = c->older;
        if (c != keep) free_chunk(arena, c);
        c = older;
    }
    arena->newest = keep;
    if (keep) {
        keep->older = NULL;
        keep->used = 0;
        keep->last = NULL;
    }
}

void tn_arena_free(tn_arena *arena) {
    for (tn_chunk *c = arena->newest; c;) {
        tn_chunk *older = c->older;
        tn_free(c);
        c = older;
    }
    *arena = (tn_arena)TN_ARENA_INIT;
}
