/* Colours and weights of a terminal, or nothing. */
#ifndef TN_REPORT_STYLE_H
#define TN_REPORT_STYLE_H

#include "base/buf.h"

typedef enum tn_style {
    TN_STYLE_PLAIN,
    TN_STYLE_BOLD,
    TN_STYLE_DIM,
    TN_STYLE_TENSE,  /* a word that raises tension */
    TN_STYLE_EASING, /* a word that lowers it */
    TN_STYLE_CALM_BAND,
    TN_STYLE_EASING_BAND,
    TN_STYLE_MIXED_BAND,
    TN_STYLE_TENSE_BAND,
    TN_STYLE_SEVERE_BAND
} tn_style;

tn_style tn_style_of_band(tenor_band band);

/* Switches a style on or off; nothing without colour. */
void tn_style_on(tn_buf *out, bool color, tn_style style);
void tn_style_off(tn_buf *out, bool color, tn_style style);

void tn_put_styled(tn_buf *out, bool color, tn_style style, const char *text);

#endif
