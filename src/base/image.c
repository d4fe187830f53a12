/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/image.h"

typedef struct header {
    uint32_t magic, version, pieces, length;
} header;

enum { MAGIC = 0x694e5474, VERSION = 1 }; /* "tTNi": the wrong order of bytes shows as well */

static size_t align_up(size_t n) { return (n + TN_IMAGE_ALIGN - 1) & ~(size_t)(TN_IMAGE_ALIGN - 1); }

/* ---- writing ---- */

tn_image tn_image_writer(tn_arena *arena) { return (tn_image){.arena = arena}; }

static void note(tn_image *image, const void *at, size_t count, size_t size) {
    tn_image_source *source = TN_PUSH(image->arena, &image->sources);
    if (source && count <= UINT32_MAX) *source = (tn_image_source){at, {0, (uint32_t)count, (uint32_t)size}};
    else tn_image_fail_memory(image);
}

tenor_status tn_image_write(const tn_image *image, tenor_string *out, tenor_error *error) {
    if (image->status != TENOR_OK) return tn_fail_memory(error);
    size_t n = image->sources.count, length = align_up(sizeof(header) + n * sizeof(tn_image_piece));
    for (size_t i = 0; i < n; i++) {
        tn_image_piece *piece = &image->sources.at[i].piece;
        piece->offset = (uint32_t)length;
        length += align_up((size_t)piece->count * piece->size);
        if (length > UINT32_MAX) return tn_fail(error, TENOR_E_TOO_LARGE, "an image of more than 4 GiB");
    }
    char *bytes = tn_alloc(image->arena, length);
    if (!bytes) return tn_fail_memory(error);
    header head = {MAGIC, VERSION, (uint32_t)n, (uint32_t)length};
    memcpy(bytes, &head, sizeof head);
    for (size_t i = 0; i < n; i++) {
        const tn_image_source *source = &image->sources.at[i];
        size_t size = (size_t)source->piece.count * source->piece.size;
        memcpy(bytes + sizeof head + i * sizeof(tn_image_piece), &source->piece, sizeof source->piece);
        if (size) memcpy(bytes + source->piece.offset, source->at, size);
    }
    *out = (tenor_string){bytes, length};
    return TENOR_OK;
}

/* ---- reading ---- */

static header header_of(const tn_image *image) {
    header head;
    memcpy(&head, image->bytes.data, sizeof head);
    return head;
}

tenor_status tn_image_reader(tn_image *out, tenor_string bytes, tn_arena *arena, tenor_error *error) {
    *out = (tn_image){.arena = arena, .bytes = bytes};
    header head = {0};
    if (bytes.length >= sizeof head && (uintptr_t)bytes.data % TN_IMAGE_ALIGN == 0) head = header_of(out);
    if (head.magic == MAGIC && head.version == VERSION && head.length == bytes.length &&
        head.pieces <= (bytes.length - sizeof head) / sizeof(tn_image_piece))
        return TENOR_OK;
    return tn_fail(error, TENOR_E_DATA, "the built-in data is not of this version");
}

static const void *take(tn_image *image, size_t *count, size_t size) {
    tn_image_piece piece;
    *count = 0;
    if (image->status != TENOR_OK) return NULL;
    if (image->next >= header_of(image).pieces) {
        image->status = TENOR_E_DATA;
        return NULL;
    }
    memcpy(&piece, image->bytes.data + sizeof(header) + image->next++ * sizeof piece, sizeof piece);
    size_t length = image->bytes.length;
    if (piece.size != size || piece.offset % TN_IMAGE_ALIGN || piece.offset > length ||
        piece.count > (length - piece.offset) / size) {
        image->status = TENOR_E_DATA;
        return NULL;
    }
    *count = piece.count;
    return image->bytes.data + piece.offset;
}

tenor_status tn_image_end(const tn_image *image, tenor_error *error) {
    if (image->status == TENOR_E_MEMORY) return tn_fail_memory(error);
    if (image->status == TENOR_OK && image->next == header_of(image).pieces) return TENOR_OK;
    return tn_fail(error, TENOR_E_DATA, "the built-in data does not fit this program");
}

/* ---- both ---- */

void tn_image_fail_memory(tn_image *image) {
    if (image->status == TENOR_OK) image->status = TENOR_E_MEMORY;
}

const void *tn_image_array(tn_image *image, const void *at, size_t *count, size_t size) {
    if (tn_image_is_reader(image)) return take(image, count, size);
    note(image, at, *count, size);
    return at;
}

void tn_image_text(tn_image *image, const char **text) {
    size_t count = *text && !tn_image_is_reader(image) ? strlen(*text) + 1 : 0;
    const char *at = tn_image_array(image, *text, &count, 1);
    if (!tn_image_is_reader(image)) return;
    if (count && at[count - 1] != '\0') image->status = TENOR_E_DATA;
    *text = count && image->status == TENOR_OK ? at : NULL;
}

void tn_image_value(tn_image *image, void *value, size_t size) {
    size_t count = 1;
    const void *at = tn_image_array(image, value, &count, size);
    if (!tn_image_is_reader(image)) return;
    if (count == 1) memcpy(value, at, size);
    else if (image->status == TENOR_OK) image->status = TENOR_E_DATA;
}
