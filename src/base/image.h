/* Image: what reading lexicons and models comes to, written once when tenor is built and used in place ever after.
 *
 * Why. Reading the text files takes 25 ms: 28,000 entries are inflected, folded, cut into words and put into tries, and
 * a megabyte is hashed. That is more than the rest of `tenor brief` twenty times over, and always gives the same. So
 * the build runs it once (tools/make_image.c) and compiles the outcome in. Opening then sets some fifty pointers; of
 * the image, which is in the program's read-only pages, only those pages are ever loaded that a text's words lead to.
 *
 * What. Arrays of plain numbers and bytes, none of them with a pointer inside: what would be a pointer is an index or
 * an offset into another array. So nothing has to be relocated, copied or freed.
 *
 *   magic, version, number of pieces, length | directory: offset, count, size of element | piece 0 | piece 1 | ...
 *
 * How. One function a structure says what it is made of, and serves both directions, so that writer and reader cannot
 * drift apart:
 *
 *   void tn_strings_image(tn_image *image, tn_strings *strings) {
 *       TN_IMAGE_ARRAY(image, strings->slots, strings->n_slots);       writing: notes array and count;
 *       TN_IMAGE_ARRAY(image, strings->bytes, strings->n_bytes);       reading: sets array and count
 *   }
 *
 * The pieces are matched by their order. An image is read by the program it was written for: same machine, same
 * structures. The checks (magic, version, bounds, size of each element) are against a mistake in the build, not against
 * an adversary.
 *
 * Where the files come from elsewhere (--data), the same structures are built from text at run time, and whoever uses
 * them sees no difference.
 */
#ifndef TN_BASE_IMAGE_H
#define TN_BASE_IMAGE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"
#include "base/vec.h"

typedef struct tn_image_piece {
    uint32_t offset, count, size; /* bytes from the image's start; elements; bytes of one element */
} tn_image_piece;

typedef struct tn_image_source {
    const void *at;
    tn_image_piece piece;
} tn_image_source;

typedef struct tn_image {
    tn_arena *arena;                 /* for what is not used in place */
    tenor_string bytes;              /* reading; data is NULL when writing */
    size_t next;                     /* reading: the piece that comes next */
    TN_VEC(tn_image_source) sources; /* writing */
    tenor_status status;             /* the first thing that went wrong; nothing is read after it */
} tn_image;

/* An image to write. What is put into it must stay where it is until tn_image_write. */
tn_image tn_image_writer(tn_arena *arena);

/* An image to read: `bytes` aligned to TN_IMAGE_ALIGN, borrowed. Errors: TENOR_E_DATA when it is none of this version.
 */
tenor_status tn_image_reader(tn_image *out, tenor_string bytes, tn_arena *arena, tenor_error *error);

static inline bool tn_image_is_reader(const tn_image *image) { return image->bytes.data != NULL; }

enum { TN_IMAGE_ALIGN = 64 };

/* The array that takes the place of `at`: itself when writing, one inside of the image when reading, which sets *count.
 * A failure is noted in image->status; reading then gives NULL and 0. */
const void *tn_image_array(tn_image *image, const void *at, size_t *count, size_t size);

#define TN_IMAGE_ARRAY(image, at, count) ((at) = tn_image_array((image), (at), &(count), sizeof *(at)))

/* A NUL-terminated text, used in place. */
void tn_image_text(tn_image *image, const char **text);

/* A number or a structure of numbers: copied. */
#define TN_IMAGE_VALUE(image, value) tn_image_value((image), (value), sizeof *(value))
void tn_image_value(tn_image *image, void *value, size_t size);

/* Lays the image out in the writer's arena. Errors: TENOR_E_MEMORY, TENOR_E_TOO_LARGE over 4 GiB. */
tenor_status tn_image_write(const tn_image *image, tenor_string *out, tenor_error *error);

/* For what is not used in place: memory was out. */
void tn_image_fail_memory(tn_image *image);

/* After reading: whether every piece was there and all were taken. Errors: TENOR_E_DATA, TENOR_E_MEMORY. */
tenor_status tn_image_end(const tn_image *image, tenor_error *error);

#endif
