/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of enumerated values and of what is compiled in. */
#include "corpus/record.h"
#include "rank/rank.h"
#include "text/cld2.h"
#include "text/fold.h"
#include "text/libarchive.h"
#include "text/libxml2.h"
#include "text/uchardet.h"
#include "tone/model.h"

const char *tenor_version(void) { return TENOR_VERSION; }

const char *tenor_band_name(tenor_band band) {
    static const char *const names[] = {"calm", "easing", "mixed", "tense", "severe"};
    return (size_t)band < sizeof names / sizeof *names ? names[band] : "unknown";
}

const char *tenor_role_name(tenor_role role) {
    static const char *const names[] = {"title",  "body",   "heading", "caption",
                                        "byline", "credit", "link",    "boilerplate"};
    return (size_t)role < sizeof names / sizeof *names ? names[role] : "unknown";
}

const char *tenor_via_name(tenor_via via) {
    static const char *const names[] = {"name", "definite", "carry", "title"};
    return (size_t)via < sizeof names / sizeof *names ? names[via] : "unknown";
}

const tenor_named *tenor_rankers(size_t *count) {
    static const tenor_named rows[] = {
#define TN_RANKER(name, about) {#name, about},
#include "rank/rankers.def"
#undef TN_RANKER
    };
    *count = sizeof rows / sizeof *rows;
    return rows;
}

const tenor_named *tenor_rules(size_t *count) {
    static const tenor_named rows[] = {
#define TN_RULE(identifier, name, on, about) {name, about},
#include "tone/rules.def"
#undef TN_RULE
    };
    *count = sizeof rows / sizeof *rows;
    return rows;
}

const tenor_named *tenor_libraries(size_t *count) {
    static const tenor_named rows[] = {{"CLD2", tn_cld2_version},        {"GSL", tn_gsl_version},
                                       {"json-c", tn_json_version},      {"libarchive", tn_libarchive_version},
                                       {"libxml2", tn_libxml2_version},  {"uchardet", tn_uchardet_version},
                                       {"utf8proc", tn_utf8proc_version}};
    *count = sizeof rows / sizeof *rows;
    return rows;
}
