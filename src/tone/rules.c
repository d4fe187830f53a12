/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/model.h"

const tn_rule_row tn_rule_rows[TN_RULE_COUNT] = {
#define TN_RULE(identifier, name, on, about) {name, about, on},
#include "tone/rules.def"
#undef TN_RULE
};

static int find_rule(tenor_string name) {
    for (int i = 0; i < TN_RULE_COUNT; i++)
        if (tn_equal(name, tn_str(tn_rule_rows[i].name))) return i;
    return -1;
}

tenor_status tn_rules_parse(unsigned *out, const char *switches, tenor_error *error) {
    *out = 0;
    for (unsigned i = 0; i < TN_RULE_COUNT; i++)
        if (tn_rule_rows[i].on) *out |= 1u << i;
    tenor_string rest = switches ? tn_str(switches) : (tenor_string){NULL, 0}, part;
    while (tn_split(&rest, ',', &part)) {
        part = tn_trim(part);
        bool sign = part.length && (part.data[0] == '+' || part.data[0] == '-');
        int rule = sign ? find_rule(tn_slice(part, 1, part.length)) : -1;
        if (rule < 0)
            return tn_fail(error, TENOR_E_USAGE, "no rule '%.*s'; write +NAME or -NAME, separated by commas",
                           (int)part.length, part.data);
        if (part.data[0] == '+') *out |= 1u << rule;
        else *out &= ~(1u << rule);
    }
    return TENOR_OK;
}
