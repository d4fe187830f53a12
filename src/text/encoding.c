/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "base/span.h"
#include "base/utf8.h"
#include "text/html.h"
#include "text/uchardet.h"

enum {
    NEAR_START = 4096, /* bytes in which a page names its encoding; browsers look at 1024 */
    ENOUGH_TO_GUESS = 1 << 18,
    ENOUGH_BYTES = 16, /* beyond ASCII, for statistics to say something */
    MOST_NAME = 31,
    TAIL = 32 /* bytes: room for what a decoder has kept back, and U+FFFD */
};

/* ---- names ---- */

/* Labels that mean more than they say, and names iconv knows better by. */
static const struct {
    const char *label, *name;
} aliases[] = {
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"latin1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"x-cp1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"cp866", "ibm866"},
    {"koi8", "koi8-r"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"shift_jis", "cp932"},
    {"shift-jis", "cp932"},
    {"sjis", "cp932"},
    {"x-sjis", "cp932"},
    {"windows-31j", "cp932"},
    {"euc-kr", "cp949"},
    {"ks_c_5601-1987", "cp949"},
    {"korean", "cp949"},
    {"windows-949", "cp949"},
    {"big5", "big5-hkscs"},
    {"x-x-big5", "big5-hkscs"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"unicode", "utf-16le"},
    {"ucs-2", "utf-16le"},
    {"utf-16", "utf-16le"},
};

static bool set_name(tn_encoding *out, tenor_string label) {
    label = tn_trim(label);
    if (label.length == 0 || label.length > MOST_NAME) return false;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases && !tn_equal(label, TN_STR("utf-8")); i++) {
        if (!tn_equal_nocase(label, tn_str(aliases[i].label))) continue;
        label = tn_str(aliases[i].name);
        break;
    }
    for (size_t i = 0; i < label.length; i++) {
        char c = tn_lower(label.data[i]);
        bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (!allowed) return false; /* "utf-8//TRANSLIT" is iconv's affair, not the page's */
        out->name[i] = c;
    }
    out->name[label.length] = '\0';
    return true;
}

static bool is_utf8_name(const tn_encoding *out) { return strcmp(out->name, "utf-8") == 0; }

/* ---- what the bytes look like ---- */

typedef struct shape {
    size_t wide, bad; /* well-formed characters beyond ASCII; bytes that are part of none */
} shape;

static shape shape_of(tenor_string s) {
    shape found = {0, 0};
    for (size_t at = 0; (at = tn_ascii_run(s.data, at, s.length)) < s.length;) {
        size_t n = tn_utf8_length(s.data + at, s.length - at);
        found.bad += n == 0;
        found.wide += n > 1;
        at += n ? n : 1;
    }
    return found;
}

static size_t find_mark(tn_encoding *out, tenor_string s) {
    static const struct {
        const char *bytes;
        size_t length;
        const char *name;
    } marks[] = {{"\xEF\xBB\xBF", 3, "utf-8"},
                 {"\xFF\xFE\0\0", 4, "utf-32le"},
                 {"\0\0\xFE\xFF", 4, "utf-32be"},
                 {"\xFF\xFE", 2, "utf-16le"},
                 {"\xFE\xFF", 2, "utf-16be"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (s.length < marks[i].length || memcmp(s.data, marks[i].bytes, marks[i].length) != 0) continue;
        (void)set_name(out, tn_str(marks[i].name));
        return marks[i].length;
    }
    return 0;
}

/* Zero bytes by their place in four: text in UTF-16 and UTF-32 has them where ASCII's high bytes are. */
static const char *wide_pattern(tenor_string s) {
    size_t zeros[4] = {0}, n = s.length < NEAR_START ? s.length & ~(size_t)3 : NEAR_START;
    if (n < 8 || memchr(s.data, 0, n) == NULL) return NULL;
    for (size_t i = 0; i < n; i++) zeros[i & 3] += s.data[i] == 0;
    size_t most = n / 4 * 7 / 10, few = n / 4 / 10;
    if (zeros[1] >= most && zeros[2] >= most && zeros[3] >= most && zeros[0] <= few) return "utf-32le";
    if (zeros[0] >= most && zeros[1] >= most && zeros[2] >= most && zeros[3] <= few) return "utf-32be";
    if (zeros[1] >= most && zeros[3] >= most && zeros[0] <= few && zeros[2] <= few) return "utf-16le";
    if (zeros[0] >= most && zeros[2] >= most && zeros[1] <= few && zeros[3] <= few) return "utf-16be";
    return NULL;
}

/* The escape sequences by which seven-bit encodings change to their characters; nothing else has them. */
static const char *escape_pattern(tenor_string s) {
    size_t end = s.length < NEAR_START ? s.length : NEAR_START;
    for (size_t at = 0; at + 3 < end; at++) {
        const char *escape = memchr(s.data + at, 0x1B, end - at - 3);
        if (!escape) return NULL;
        at = (size_t)(escape - s.data);
        if (escape[1] != '$') continue;
        if (escape[2] == 'B' || escape[2] == '@') return "iso-2022-jp";
        if (escape[2] == ')' && escape[3] == 'C') return "iso-2022-kr";
    }
    return NULL;
}

/* The value after `name` and "=", quoted or not, at s[at]. */
static tenor_string value_after(tenor_string s, size_t at) {
    while (at < s.length && tn_is_space(s.data[at])) at++;
    if (at == s.length || s.data[at] != '=') return (tenor_string){0};
    at++;
    while (at < s.length && (tn_is_space(s.data[at]) || s.data[at] == '"' || s.data[at] == '\'')) at++;
    size_t end = at;
    while (end < s.length && !tn_is_space(s.data[end]) && !memchr("\"'>;/?", s.data[end], 6)) end++;
    return tn_slice(s, at, end);
}

/* <meta charset=X>, <meta http-equiv content="text/html; charset=X">, <?xml encoding="X"?>. */
static bool find_in_page(tn_encoding *out, tenor_string s) {
    tenor_string start = tn_slice(s, 0, s.length < NEAR_START ? s.length : NEAR_START);
    bool tag = false; /* inside <meta or <?xml */
    for (size_t i = 0; i < start.length; i++) {
        tenor_string rest = tn_slice(start, i, start.length);
        if (start.data[i] == '<')
            tag = tn_starts_nocase(rest, TN_STR("<meta")) || tn_starts_nocase(rest, TN_STR("<?xml"));
        if (!tag) continue;
        size_t name = tn_starts_nocase(rest, TN_STR("charset"))    ? 7
                      : tn_starts_nocase(rest, TN_STR("encoding")) ? 8
                                                                   : 0;
        tenor_string value = name ? value_after(rest, name) : (tenor_string){0};
        if (value.length == 0 || !set_name(out, value)) continue;
        /* It could not have been read as such, were it true. */
        if (strncmp(out->name, "utf-16", 6) == 0 || strncmp(out->name, "utf-32", 6) == 0)
            (void)set_name(out, TN_STR("utf-8"));
        return true;
    }
    return false;
}

static bool is_ascii_letter(char c) { return tn_lower(c) >= 'a' && tn_lower(c) <= 'z'; }

/* A quotation mark, dash or ellipsis of windows-1252, or a letter that has a neighbour. */
static bool is_western(tenor_string s, size_t at) {
    unsigned char c = (unsigned char)s.data[at];
    if (c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97)) return true;
    if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == 0xFF) return false;
    return (at > 0 && is_ascii_letter(s.data[at - 1])) || (at + 1 < s.length && is_ascii_letter(s.data[at + 1]));
}

/* A handful of bytes is too little for statistics: "caf\xE9", "it\x92s" is the encoding that most such texts are in,
 * and anything else is damage. */
static bool guess_from_few(tn_encoding *out, tenor_string s) {
    for (size_t i = 0; i < s.length; i++)
        if ((unsigned char)s.data[i] >= 0x80 && !is_western(s, i)) return false;
    return set_name(out, TN_STR("windows-1252"));
}

/* What uchardet makes of the bytes; false where it is not built in or not installed, or does not know. */
static bool guess_from_many(tn_encoding *out, tenor_string s) {
#ifdef TENOR_UCHARDET
    const tn_uchardet *library;
    if (tn_uchardet_load(&library, NULL) != TENOR_OK) return false;
    uchardet_t detector = library->uchardet_new();
    if (!detector) return false;
    size_t length = s.length < ENOUGH_TO_GUESS ? s.length : ENOUGH_TO_GUESS;
    bool known = library->uchardet_handle_data(detector, s.data, length) == 0;
    library->uchardet_data_end(detector);
    known = known && set_name(out, tn_str(library->uchardet_get_charset(detector)));
    library->uchardet_delete(detector);
    return known;
#else
    (void)out, (void)s;
    return false;
#endif
}

static bool guess(tn_encoding *out, tenor_string s, size_t bad) {
    return bad < ENOUGH_BYTES ? guess_from_few(out, s) : guess_from_many(out, s);
}

/* ---- conversion ---- */

/* What the decoder has kept back: some wait for an accent that may follow, as windows-1258 does. At most a few
 * characters; there is room for them. */
static size_t flush(iconv_t descriptor, char *to, size_t room) {
    char *end = to;
    (void)iconv(descriptor, NULL, NULL, &end, &room);
    return (size_t)(end - to);
}

/* All of `bytes`; what means nothing becomes U+FFFD, a byte at a time. */
static tenor_status convert_with(tn_encoding *out, iconv_t descriptor, tenor_string bytes, tn_arena *arena,
                                 tenor_error *error) {
    size_t capacity = bytes.length + bytes.length / 2 + 64, length = 0, left = bytes.length;
    char *text = tn_alloc(arena, capacity), *in = (char *)bytes.data;
    out->repaired = 0;
    while (text) {
        if (capacity - length < 2 * TAIL) {
            text = tn_realloc(arena, text, capacity, capacity * 2);
            capacity *= 2;
            continue;
        }
        char *to = text + length;
        size_t room = capacity - length - TAIL, result = iconv(descriptor, &in, &left, &to, &room);
        length = (size_t)(to - text);
        if (result != (size_t)-1 || left == 0) {
            length += flush(descriptor, to, TAIL);
            break;
        }
        if (errno == E2BIG) {
            text = tn_realloc(arena, text, capacity, capacity * 2);
            capacity *= 2;
            continue;
        }
        length += flush(descriptor, to, TAIL - 3); /* EILSEQ, EINVAL */
        memcpy(text + length, "\xEF\xBF\xBD", 3);
        length += 3;
        out->repaired++;
        in++;
        left--;
    }
    if (!text) return tn_fail_memory(error);
    out->text = (tenor_string){text, length};
    out->converted = true;
    return TENOR_OK;
}

/* *known: iconv has the encoding. */
static tenor_status convert(tn_encoding *out, tenor_string bytes, bool *known, tn_arena *arena, tenor_error *error) {
    *known = true;
    if (is_utf8_name(out)) return TENOR_OK;
    iconv_t descriptor = iconv_open("UTF-8", out->name);
    *known = descriptor != (iconv_t)-1;
    if (!*known) return TENOR_OK;
    tenor_status status = convert_with(out, descriptor, bytes, arena, error);
    (void)iconv_close(descriptor);
    return status;
}

static void set_utf8(tn_encoding *out, const char *source) {
    (void)set_name(out, TN_STR("utf-8"));
    out->source = source;
}

/* A name was found: convert, or fall back to UTF-8 when iconv has never heard of it. */
static tenor_status use(tn_encoding *out, const char *source, size_t mark, tn_arena *arena, tenor_error *error) {
    bool known;
    out->source = source;
    TN_TRY(convert(out, tn_slice(out->text, mark, out->text.length), &known, arena, error));
    if (!known) set_utf8(out, "none");
    return TENOR_OK;
}

static tenor_status use_option(tn_encoding *out, const char *option, tn_arena *arena, tenor_error *error) {
    bool known = set_name(out, tn_str(option));
    out->source = "option";
    if (known) TN_TRY(convert(out, out->text, &known, arena, error));
    return known ? TENOR_OK : tn_fail(error, TENOR_E_USAGE, "no encoding is called '%s'", option);
}

tenor_status tn_encoding_read(tn_encoding *out, tenor_string bytes, const tn_encoding_hints *given, tn_arena *arena,
                              tenor_error *error) {
    tn_encoding_hints hints = given ? *given : (tn_encoding_hints){0};
    *out = (tn_encoding){.text = bytes.length ? bytes : TN_STR("")};
    size_t mark = find_mark(out, out->text);
    if (mark > 0) return use(out, "bom", mark, arena, error);
    const char *pattern = wide_pattern(out->text);
    if (pattern && set_name(out, tn_str(pattern))) return use(out, "pattern", 0, arena, error);
    if (hints.option) return use_option(out, hints.option, arena, error);
    shape found = shape_of(out->text);
    bool plain = found.bad == 0;
    if (plain && found.wide) return set_utf8(out, "utf-8"), TENOR_OK;
    pattern = plain && !hints.strict ? escape_pattern(out->text) : NULL;
    if (pattern && set_name(out, tn_str(pattern))) return use(out, "pattern", 0, arena, error);
    bool page = (hints.html || tn_html_detect(out->text)) && find_in_page(out, out->text);
    if (page && is_utf8_name(out)) page = plain || found.wide > found.bad; /* else it is not what it says */
    if (page && (!plain || is_utf8_name(out) || strncmp(out->name, "iso-2022", 8) == 0))
        return use(out, "page", 0, arena, error);
    if (plain || hints.strict || found.wide > found.bad * 4) return set_utf8(out, "utf-8"), TENOR_OK;
    if (guess(out, out->text, found.bad)) return use(out, "guess", 0, arena, error);
    return set_utf8(out, "none"), TENOR_OK;
}
