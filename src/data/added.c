/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data/added.h"

tenor_status tn_added_read(tn_added *out, const tn_data_file *file, tn_findings *findings, tn_arena *arena,
                           tenor_error *error) {
    *out = (tn_added){.kind = "sentiment", .foreign = tn_valence_is(file)};
    return out->foreign ? tn_valence_read(&out->lexicon, &out->valence, file, findings, arena, error)
                        : tn_lexicon_survey(&out->lexicon, &out->kind, file, findings, arena, error);
}
