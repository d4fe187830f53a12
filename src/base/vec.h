/* Growing arrays in an arena.
 *
 *   TN_VEC(tn_word) words = {0};
 *   tn_word *w = TN_PUSH(arena, &words);      NULL when memory is out; *w is zeroed
 *   for (size_t i = 0; i < words.count; i++) use(words.at[i]);
 *
 * Capacity doubles. A vector that is the arena's last piece, or a large one, grows in place or leaves nothing behind;
 * so no pointer to an element holds beyond the next push. What is reserved and not used holds anything, and costs
 * nothing.
 */
#ifndef TN_BASE_VEC_H
#define TN_BASE_VEC_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "tenor/tenor.h"

#define TN_VEC(type)            \
    struct {                    \
        type *at;               \
        size_t count, capacity; \
    }

/* A new zeroed element at the end, or NULL. */
#define TN_PUSH(arena, vec)                                                                  \
    (TN_RESERVE((arena), (vec), 1) && memset(&(vec)->at[(vec)->count], 0, sizeof *(vec)->at) \
         ? &(vec)->at[(vec)->count++]                                                        \
         : NULL)

/* The same where the element itself is not needed: false when memory is out. */
#define TN_EXTEND(arena, vec) (TN_PUSH((arena), (vec)) != NULL)

/* Room for `more` elements; false when memory is out. */
#define TN_RESERVE(arena, vec, more)                     \
    ((vec)->capacity - (vec)->count >= (size_t)(more) || \
     tn_vec_grow((arena), &(vec)->at, (vec)->count, &(vec)->capacity, (more), sizeof *(vec)->at))

/* Text and a NUL at the end of a vector of char; false when memory is out. */
#define TN_PUSH_TEXT(arena, vec, text) \
    (TN_RESERVE((arena), (vec), (text).length + 1) && tn_vec_put_text((vec)->at, &(vec)->count, (text)))

static inline int tn_vec_put_text(char *at, size_t *count, tenor_string text) {
    if (text.length) memcpy(at + *count, text.data, text.length); // NOLINT(clang-analyzer-core.NonNullParamChecker)
    at[*count + text.length] = '\0';
    *count += text.length + 1;
    return 1;
}

/* `slot` is the address of the array pointer; it is copied, not cast, so that no aliasing rule is bent. */
static inline int tn_vec_grow(tn_arena *arena, void *slot, size_t count, size_t *capacity, size_t more, size_t size) {
    size_t need = count + more, want = *capacity ? *capacity * 2 : 16;
    if (want < need) want = need;
    if (need < count || want > SIZE_MAX / 2 / size) return 0;
    void *old;
    memcpy(&old, slot, sizeof old);
    void *fresh = tn_realloc(arena, old, *capacity * size, want * size);
    if (!fresh) return 0;
    memcpy(slot, &fresh, sizeof fresh);
    *capacity = want;
    return 1;
}

#endif
