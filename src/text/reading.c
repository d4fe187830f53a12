/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/reading.h"

#include "base/bytes.h"
#include "text/encoding.h"
#include "text/unpack.h"

enum { NEAR_START = 4096 };

/* What begins like this is no text. */
static const char *binary_format(tenor_string s) {
    static const struct {
        const char *bytes;
        size_t length;
        const char *name;
    } marks[] = {{"%PDF-", 5, "a PDF file"},
                 {"PK\x03\x04", 4, "a zip archive (or .docx, .odt, .epub)"},
                 {"\xD0\xCF\x11\xE0", 4, "an old Office document"},
                 {"{\\rtf", 5, "a Rich Text file"},
                 {"\x89PNG", 4, "a PNG picture"},
                 {"GIF8", 4, "a GIF picture"},
                 {"\xFF\xD8\xFF", 3, "a JPEG picture"},
                 {"\x7F"
                  "ELF",
                  4, "a program"},
                 {"MZ\x90", 3, "a program"},
                 {"SQLite format 3", 15, "a database"},
                 {"%!PS", 4, "a PostScript file"},
                 {"ID3\x03", 4, "a sound file"},
                 {"OggS", 4, "a sound file"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (s.length >= marks[i].length && memcmp(s.data, marks[i].bytes, marks[i].length) == 0) return marks[i].name;
    return NULL;
}

/* More than one control character in ten: of UTF-8, so that UTF-16 is text. */
static bool is_noise(tenor_string s) {
    size_t end = s.length < NEAR_START ? s.length : NEAR_START, controls = 0;
    for (size_t i = 0; i < end; i++) {
        while (end - i >= 8 && !tn_eight_below(tn_eight(s.data + i), 0x20)) i += 8;
        unsigned char c = i < end ? (unsigned char)s.data[i] : ' ';
        controls += c < 0x20 && !tn_is_space((char)c) && c != 0x1B;
    }
    return end >= 32 && controls * 10 > end;
}

static tenor_status check_text(tenor_string bytes, tenor_error *error) {
    const char *format = binary_format(bytes);
    if (!format) return TENOR_OK;
    return tn_fail(error, TENOR_E_NOT_TEXT, "this is %s, not text or HTML", format);
}

/* To UTF-8, well-formed. */
static tenor_status decode(tn_reading *out, const tn_reading_input *input, tenor_string bytes, tn_arena *arena,
                           tenor_error *error) {
    tn_encoding *encoding = TN_NEW(arena, tn_encoding);
    if (!encoding) return tn_fail_memory(error);
    tn_encoding_hints hints = {input->encoding, input->format == TENOR_FORMAT_HTML, input->strict};
    TN_TRY(tn_encoding_read(encoding, bytes, &hints, arena, error));
    TN_TRY(tn_decode(&out->text, encoding->text, input->strict, arena, error));
    out->text.repaired += encoding->repaired;
    out->encoding.name = encoding->name;
    out->encoding.source = encoding->source;
    out->same = (bytes.data == input->bytes.data || bytes.length == 0) && !encoding->converted;
    if (is_noise(out->text.text))
        return tn_fail(error, TENOR_E_NOT_TEXT, "this is not text or HTML: it is full of control characters");
    return TENOR_OK;
}

/* Of a text that is its own origin. */
static tenor_status set_own_text(tn_decoded *out, tenor_string text, tn_arena *arena, tenor_error *error) {
    tn_origin *origin = TN_NEW(arena, tn_origin);
    if (!origin) return tn_fail_memory(error);
    out->text = text;
    out->origins = origin;
    out->n_origins = 1;
    return TENOR_OK;
}

static tenor_status check_length(tenor_string bytes, const tn_reading_input *input, tenor_error *error) {
    if (bytes.length <= input->most) return TENOR_OK;
    return tn_fail(error, TENOR_E_TOO_LARGE, "the text has %zu bytes, %zu are allowed", bytes.length, input->most);
}

tenor_status tn_reading_do(tn_reading *out, const tn_reading_input *input, tn_arena *arena, tenor_error *error) {
    *out = (tn_reading){0};
    tenor_string bytes = input->bytes.length ? input->bytes : TN_STR("");
    TN_TRY(check_length(bytes, input, error));
    if (tn_is_packed(bytes)) TN_TRY(tn_unpack(&bytes, bytes, input->most, arena, error));
    TN_TRY(check_length(bytes, input, error));
    TN_TRY(check_text(bytes, error));
    TN_TRY(decode(out, input, bytes, arena, error));
    out->html =
        input->format == TENOR_FORMAT_HTML || (input->format == TENOR_FORMAT_AUTO && tn_html_detect(out->text.text));
    if (out->html) {
        TN_TRY(tn_html_read(&out->page, out->text.text, arena, error));
        out->same = false;
        return set_own_text(&out->text, out->page.text, arena, error);
    }
    return out->same ? TENOR_OK : set_own_text(&out->text, out->text.text, arena, error);
}
