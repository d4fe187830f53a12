/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/style.h"

static const char *const sequences[] = {
    [TN_STYLE_PLAIN] = "",
    [TN_STYLE_BOLD] = "\033[1m",
    [TN_STYLE_DIM] = "\033[2m",
    [TN_STYLE_TENSE] = "\033[1;31m",
    [TN_STYLE_EASING] = "\033[1;32m",
    [TN_STYLE_CALM_BAND] = "\033[32m",
    [TN_STYLE_EASING_BAND] = "\033[36m",
    [TN_STYLE_MIXED_BAND] = "\033[34m",
    [TN_STYLE_TENSE_BAND] = "\033[33m",
    [TN_STYLE_SEVERE_BAND] = "\033[31m",
};

tn_style tn_style_of_band(tenor_band band) {
    switch (band) {
        case TENOR_BAND_CALM: return TN_STYLE_CALM_BAND;
        case TENOR_BAND_EASING: return TN_STYLE_EASING_BAND;
        case TENOR_BAND_MIXED: return TN_STYLE_MIXED_BAND;
        case TENOR_BAND_TENSE: return TN_STYLE_TENSE_BAND;
        case TENOR_BAND_SEVERE: return TN_STYLE_SEVERE_BAND;
    }
    return TN_STYLE_PLAIN;
}

void tn_style_on(tn_buf *out, bool color, tn_style style) {
    if (color) tn_puts(out, sequences[style]);
}

void tn_style_off(tn_buf *out, bool color, tn_style style) {
    if (color && style != TN_STYLE_PLAIN) tn_puts(out, "\033[0m");
}

void tn_put_styled(tn_buf *out, bool color, tn_style style, const char *text) {
    tn_style_on(out, color, style);
    tn_puts(out, text);
    tn_style_off(out, color, style);
}
