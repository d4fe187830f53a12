/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

enum { FIRST_CHUNK = 16 * 1024, LARGEST_STEP = 4 * 1024 * 1024, BYTES_A_WORK = 64 };

struct tn_chunk {
    tn_chunk *older;
    size_t size, used;
    void *last;
    alignas(max_align_t) unsigned char bytes[];
};

static size_t align_up(size_t n) {
    const size_t a = alignof(max_align_t);
    return (n + a - 1) & ~(a - 1);
}

static tn_chunk *add_chunk(tn_arena *arena, size_t need) {
    size_t size = arena->next_size ? arena->next_size : FIRST_CHUNK;
    if (tn_arena_late(arena, need / BYTES_A_WORK)) return NULL;
#ifdef TN_ARENA_DEBUG
    size = need;
#endif
    if (size < need) size = need;
    if (size > SIZE_MAX - sizeof(tn_chunk)) return NULL;
    tn_chunk *chunk = tn_malloc(sizeof(tn_chunk) + size);
    if (!chunk) return NULL;
    *chunk = (tn_chunk){.older = arena->newest, .size = size};
    arena->newest = chunk;
    arena->total += size;
    arena->next_size = size < LARGEST_STEP ? size * 2 : size;
    return chunk;
}

void *tn_alloc(tn_arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) return NULL;
#ifdef TN_ARENA_DEBUG
    size_t step = size ? size : 1;
#else
    size_t step = align_up(size ? size : 1);
#endif
    tn_chunk *chunk = arena->newest;
    if (!chunk || chunk->size - chunk->used < step) chunk = add_chunk(arena, step);
    if (!chunk) return NULL;
    void *piece = chunk->bytes + chunk->used;
    chunk->used += step;
    chunk->last = piece;
    memset(piece, 0, step);
    return piece;
}

void *tn_alloc_array(tn_arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) return NULL;
    return tn_alloc(arena, count * size);
}

void *tn_realloc(tn_arena *arena, void *old, size_t old_size, size_t new_size) {
    tn_chunk *chunk = arena->newest;
    if (old && chunk && chunk->last == old && new_size >= old_size && new_size <= SIZE_MAX / 2) {
        size_t start = (size_t)((unsigned char *)old - chunk->bytes);
        size_t end = start + align_up(new_size);
        if (end <= chunk->size) {
            if (end > chunk->used) memset(chunk->bytes + chunk->used, 0, end - chunk->used);
            chunk->used = end;
            return old;
        }
    }
    void *fresh = tn_alloc(arena, new_size);
    if (fresh && old) memcpy(fresh, old, old_size < new_size ? old_size : new_size);
    return fresh;
}

void tn_arena_reset(tn_arena *arena) {
    tn_chunk *keep = NULL;
#ifndef TN_ARENA_DEBUG
    for (tn_chunk *c = arena->newest; c; c = c->older)
        if (!keep || c->size > keep->size) keep = c;
#endif
    for (tn_chunk *c = arena->newest; c;) {
        tn_chunk *older = c->older;
        if (c != keep) tn_free(c);
        c = older;
    }
    arena->newest = keep;
    arena->total = keep ? keep->size : 0;
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
