/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/reading.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "text/encoding.h"
#include "text/quoted.h"
#include "text/unpack.h"

enum { NEAR_START = 4096, FEWEST_CHARACTERS = 32, FEWEST_CONTROLS = 4 };

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
                 {"\xFE\xED\xFA", 3, "a program"},
                 {"\xCF\xFA\xED\xFE", 4, "a program"},
                 {"\xCA\xFE\xBA\xBE", 4, "a program"},
                 {"\0asm", 4, "a program"},
                 {"Rar!\x1A", 5, "a rar archive"},
                 {"RIFF", 4, "a picture, sound or film"},
                 {"\x1A\x45\xDF\xA3", 4, "a film"},
                 {"ID3\x02", 4, "a sound file"},
                 {"ID3\x03", 4, "a sound file"},
                 {"ID3\x04", 4, "a sound file"},
                 {"fLaC", 4, "a sound file"},
                 {"wOFF", 4, "a font"},
                 {"wOF2", 4, "a font"},
                 {"II*\0", 4, "a TIFF picture"},
                 {"MM\0*", 4, "a TIFF picture"},
                 {"OggS", 4, "a sound file"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (s.length >= marks[i].length && s.data[0] == marks[i].bytes[0] &&
            memcmp(s.data, marks[i].bytes, marks[i].length) == 0)
            return marks[i].name;
    return NULL;
}

/* What the beginning of a text consists of. */
typedef struct contents {
    size_t characters, controls, lost; /* lost: U+FFFD, in place of what was no character */
} contents;

static bool is_control(uint32_t c) { return tn_is_control(c) && !tn_is_white(c) && c != 0x1B; }

/* How many bytes from `at` on are characters of ASCII and no controls, in steps of eight. In doubt fewer. */
static size_t plain_bytes(tenor_string s, size_t at, size_t end) {
    size_t start = at;
    for (; end - at >= 8; at += 8) {
        uint64_t eight = tn_eight(s.data + at);
        if ((eight | (eight - TN_EIGHT_ONES * 0x20)) & TN_EIGHT_HIGH) break; /* the first such byte is found for sure */
    }
    return at - start;
}

static contents contents_of(tenor_string s) {
    contents found = {0};
    size_t end = s.length < NEAR_START ? s.length : NEAR_START;
    for (size_t at = 0; at < end;) {
        size_t plain = plain_bytes(s, at, end);
        found.characters += plain;
        at += plain;
        if (at == end) break;
        size_t n = tn_utf8_length(s.data + at, end - at);
        if (n == 0) break; /* cut off by `end` */
        uint32_t c = tn_utf8_decode(s.data + at, n);
        found.characters++;
        found.controls += is_control(c);
        found.lost += c == 0xFFFD;
        at += n;
    }
    return found;
}

/* Bytes at random are one control character in ten, whatever encoding they are taken for, or full of what is no
 * character; a text read in a wrong encoding is that, too. Asked of UTF-8, so that UTF-16 is text. */
static const char *why_noise(tenor_string s) {
    contents found = contents_of(s);
    if (found.characters < FEWEST_CHARACTERS) return NULL;
    if (found.controls * 20 > found.characters && found.controls >= FEWEST_CONTROLS)
        return "it is full of control characters";
    if (found.lost * 5 > found.characters * 2) return "its bytes are characters in no encoding that was found or named";
    return NULL;
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
    const char *why = why_noise(out->text.text);
    return why ? tn_fail(error, TENOR_E_NOT_TEXT, "this is not text or HTML: %s", why) : TENOR_OK;
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
    if (!tn_unquote(&out->text.text, arena)) return tn_fail_memory(error);
    return out->same ? TENOR_OK : set_own_text(&out->text, out->text.text, arena, error);
}
