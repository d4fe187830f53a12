/* Texts that every ranker and writer must take. Written for tenor. */
#ifndef TN_TESTS_TEXTS_H
#define TN_TESTS_TEXTS_H

#include "base/span.h"

#define TEXT(literal) \
    { literal, sizeof(literal) - 1 }

static const tenor_string contract_texts[] = {
    TEXT(""),
    TEXT(" \n\n\t "),
    TEXT("Truce"),
    TEXT("The of and to in"),
    TEXT("no full stop here and none at the end"),
    TEXT("A. B. C. D. E."),
    TEXT("The army shelled the port."),
    TEXT("The army shelled the port. The army shelled the port. The army shelled the port."),
    TEXT("Rain fell. Markets closed. Herons nested. Choirs sang."),
    TEXT("zero\0byte inside. Second sentence\0."),
    TEXT("bad \xff\xfe bytes \xc3. Then \xe2\x82 more."),
    TEXT("\xEF\xBB\xBF"
         "Byte order mark first. Then text."),
    TEXT("READ MORE: a link\nWATCH: a video\nAdvertisement"),
    TEXT("<script>alert(1)</script> & \"quotes\" \x1b[31mred\x1b[0m \xe2\x80\xae"
         "abc."),
    TEXT("\" onmouseover=\"alert(1)\n\nTalks on Syria </mark></style><script>failed</script> &amp; &lt;again&gt;. It's "
         "'quoted'."),
    TEXT(
        "Rebels <b>attacked</b> Syria & did not <i>sign</i> a \"truce\". The 'talks' in Ukraine > failed &amp; ended."),
    TEXT("!!! ??? ... --- ((("),
    TEXT("Ukraine. Syria. Sanctions! North Korea? Space station."),
};
enum { CONTRACT_TEXTS = sizeof contract_texts / sizeof *contract_texts };

#endif
