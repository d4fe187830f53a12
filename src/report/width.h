/* How many columns a terminal gives a character. A short list of ranges, not the whole of Unicode's East Asian Width:
 * combining marks and joiners 0, ideographs, kana, hangul, full-width forms and emoji 2, all else 1. */
#ifndef TN_REPORT_WIDTH_H
#define TN_REPORT_WIDTH_H

#include <stdint.h>

#include "tenor/tenor.h"

size_t tn_width(uint32_t character);

/* Of the text as tn_put_clean writes it. */
size_t tn_text_width(tenor_string text);

#endif
