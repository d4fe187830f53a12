/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/cld2.h"

#ifdef TENOR_CLD2

#include <assert.h>
#include <limits.h>
#include <string.h>

enum { ENGLISH = 0, UNKNOWN_LANGUAGE = 26, UNKNOWN_ENCODING = 23 }; /* of CLD2 */

const char tn_cld2_version[] = TENOR_CLD2_VERSION;

/* CLD2::DetectLanguageSummary(text, length, is_plain_text, tld_hint, encoding_hint, language_hint, language3, percent3,
 * text_bytes, is_reliable) and CLD2::LanguageCode(language). */
static struct {
    int (*detect)(const char *, int, bool, const char *, int, int, int *, int *, int *, bool *);
    const char *(*code)(int);
} table;
static const char *const names[] = {TENOR_CLD2_DETECT, TENOR_CLD2_CODE};
static_assert(sizeof table == sizeof names, "a pointer for each name");

tn_late tn_cld2_library = {"CLD2", "a language", TENOR_CLD2, names, TN_LATE_COUNT(names), &table, .ready = NULL};

/* Codes that ISO 639 has given up, and a variety that is none of its own here. */
static const char *modern(const char *code) {
    static const char *const codes[][2] = {
        {"iw", "he"}, {"jw", "jv"}, {"nn", "no"}, {"zh-Hant", "zh"}, {"sr-ME", "sr"}};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(code, codes[i][0]) == 0) return codes[i][1];
    return code;
}

const char *tn_cld2_language(tenor_string text, bool maybe_english) {
    int languages[3], percents[3], bytes;
    bool reliable = false;
    if (text.length == 0 || text.length > INT_MAX || tn_late_load(&tn_cld2_library, NULL) != TENOR_OK) return NULL;
    int language = table.detect(text.data, (int)text.length, true, NULL, UNKNOWN_ENCODING,
                                maybe_english ? ENGLISH : UNKNOWN_LANGUAGE, languages, percents, &bytes, &reliable);
    return reliable && language != UNKNOWN_LANGUAGE ? modern(table.code(language)) : NULL;
}

#else
const char tn_cld2_version[] = "not built in";

const char *tn_cld2_language(tenor_string text, bool maybe_english) { return (void)text, (void)maybe_english, NULL; }
#endif
