#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"

static void expect(const char *data, size_t length, const char *digest) {
    char hex[65];
    tn_sha256(data, length, hex);
    cr_expect_str_eq(hex, digest);
}

/* NIST, "Secure Hash Standard: examples with intermediate values", and RFC 6234 section 8.5. */
Test(sha256, published_vectors) {
    expect(NULL, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const char *two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    expect(two_blocks, 56, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    const char *long_one =
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrs"
        "tu";
    expect(long_one, 112, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    expect("\x19", 1, "68aa2e2ee5dff96e3355e6c7ee373e3d6a4e17f75f9518d843709c0c9bc3e3d4");
}

Test(sha256, a_million_times_a) {
    enum { MILLION = 1000000 };
    char *text = malloc(MILLION);
    memset(text, 'a', MILLION);
    expect(text, MILLION, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(text);
}

/* Every length around the block size, in pieces of every size: the same as at once. */
Test(sha256, pieces_make_no_difference) {
    char text[200], whole[65], pieces[65];
    for (size_t i = 0; i < sizeof text; i++) text[i] = (char)(i * 7);
    for (size_t length = 0; length <= sizeof text; length++) {
        tn_sha256(text, length, whole);
        for (size_t step = 1; step < 130; step += 9) {
            tn_sha256_state state;
            tn_sha256_init(&state);
            for (size_t at = 0; at < length; at += step)
                tn_sha256_update(&state, text + at, length - at < step ? length - at : step);
            tn_sha256_finish(&state, pieces);
            cr_assert_str_eq(pieces, whole, "length %zu in steps of %zu", length, step);
        }
    }
}
