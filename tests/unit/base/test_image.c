#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/image.h"

/* Something of each kind that an image can hold. */
typedef struct parcel {
    const uint32_t *numbers;
    const char *bytes;
    size_t n_numbers, n_bytes;
    const char *text, *no_text;
    double values[2];
} parcel;

static void parcel_image(tn_image *image, parcel *p) {
    TN_IMAGE_ARRAY(image, p->numbers, p->n_numbers);
    TN_IMAGE_ARRAY(image, p->bytes, p->n_bytes);
    tn_image_text(image, &p->text);
    tn_image_text(image, &p->no_text);
    TN_IMAGE_VALUE(image, &p->values);
}

static const uint32_t some_numbers[] = {1, 2, 0xFFFFFFFF};
static const parcel sample = {some_numbers, "", 3, 0, "lexicons/en.tsv", NULL, {-2.5, 1e300}};

/* The sample's image, aligned, as the compiler would place it. */
static tenor_string written(tn_arena *arena) {
    tn_image image = tn_image_writer(arena);
    parcel p = sample;
    tenor_string bytes;
    tenor_error error;
    parcel_image(&image, &p);
    cr_assert_eq(tn_image_write(&image, &bytes, &error), TENOR_OK);
    char *aligned =
        aligned_alloc(TN_IMAGE_ALIGN, (bytes.length + TN_IMAGE_ALIGN - 1) / TN_IMAGE_ALIGN * TN_IMAGE_ALIGN);
    cr_assert_not_null(aligned);
    memcpy(aligned, bytes.data, bytes.length);
    return (tenor_string){aligned, bytes.length};
}

static tenor_status read_back(tenor_string bytes, parcel *p) {
    tn_arena arena = TN_ARENA_INIT;
    tn_image image;
    tenor_error error;
    tenor_status status = tn_image_reader(&image, bytes, &arena, &error);
    if (status == TENOR_OK) {
        parcel_image(&image, p);
        status = tn_image_end(&image, &error);
    }
    tn_arena_free(&arena);
    return status;
}

Test(image, what_was_put_in_comes_out_in_place) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string bytes = written(&arena);
    parcel p = {0};
    cr_assert_eq(read_back(bytes, &p), TENOR_OK);
    cr_expect_eq(p.n_numbers, 3);
    cr_expect_arr_eq(p.numbers, some_numbers, sizeof some_numbers);
    cr_expect_eq(p.n_bytes, 0);
    cr_expect_str_eq(p.text, "lexicons/en.tsv");
    cr_expect_null(p.no_text);
    cr_expect(p.values[0] == -2.5 && p.values[1] == 1e300);
    const char *at = (const char *)p.numbers;
    cr_expect(at >= bytes.data && at < bytes.data + bytes.length, "not copied");
    cr_expect_eq((uintptr_t)p.numbers % TN_IMAGE_ALIGN, 0);
    free((void *)bytes.data);
    tn_arena_free(&arena);
}

/* Every change of the header or the directory is told, or gives what is inside of the image all the same. */
Test(image, one_that_was_damaged_is_refused_or_stays_within_bounds) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string bytes = written(&arena);
    size_t refused = 0, n = 16 + 5 * sizeof(tn_image_piece);
    for (size_t i = 0; i < n; i++) {
        char *byte = (char *)bytes.data + i, before = *byte;
        *byte = (char)(before ^ 0x41);
        parcel p = {0};
        if (read_back(bytes, &p) != TENOR_OK) refused++;
        else
            for (size_t k = 0; k < p.n_numbers; k++) cr_assert_neq(p.numbers[k], 0x12345678); /* the sanitizer looks */
        *byte = before;
    }
    cr_expect_gt(refused, n - 8, "%zu of %zu", refused, n); /* an offset may be another piece's */
    free((void *)bytes.data);
    tn_arena_free(&arena);
}

Test(image, one_that_is_short_or_not_aligned_is_refused) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string bytes = written(&arena);
    parcel p;
    for (size_t length = 0; length < bytes.length; length += 4)
        cr_assert_eq(read_back((tenor_string){bytes.data, length}, &p), TENOR_E_DATA);
    cr_expect_eq(read_back((tenor_string){bytes.data + 1, bytes.length - 1}, &p), TENOR_E_DATA);
    free((void *)bytes.data);
    tn_arena_free(&arena);
}

Test(image, a_reader_that_takes_other_pieces_is_refused) {
    tn_arena arena = TN_ARENA_INIT;
    tenor_string bytes = written(&arena);
    tn_image image;
    tenor_error error;
    parcel p = {0};
    size_t count = 7;

    cr_assert_eq(tn_image_reader(&image, bytes, &arena, &error), TENOR_OK); /* one less */
    TN_IMAGE_ARRAY(&image, p.numbers, p.n_numbers);
    cr_expect_eq(tn_image_end(&image, &error), TENOR_E_DATA);

    cr_assert_eq(tn_image_reader(&image, bytes, &arena, &error), TENOR_OK); /* one more */
    parcel_image(&image, &p);
    cr_expect_null(tn_image_array(&image, NULL, &count, 1));
    cr_expect_eq(count, 0);
    cr_expect_eq(tn_image_end(&image, &error), TENOR_E_DATA);

    cr_assert_eq(tn_image_reader(&image, bytes, &arena, &error), TENOR_OK); /* elements of another size */
    cr_expect_null(tn_image_array(&image, NULL, &count, 8));
    cr_expect_eq(tn_image_end(&image, &error), TENOR_E_DATA);
    free((void *)bytes.data);
    tn_arena_free(&arena);
}
