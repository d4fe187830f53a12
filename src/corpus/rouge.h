/* ROUGE: how much of reference summaries a summary has (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries",
 * 2004), as the Python package rouge-score computes it: tokens are runs of a-z and 0-9 in lower case, stemmed when they
 * have more than three letters and stemming is asked for. */
#ifndef TN_CORPUS_ROUGE_H
#define TN_CORPUS_ROUGE_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

/* Scores a system's summary against one reference; where a text's lines are its sentences (for LSUM). Memory from
 * `arena`, time O(|system| · |reference| / 64) words at worst. Errors: TENOR_E_MEMORY, TENOR_E_TOO_LARGE. */
tenor_status tn_rouge(tenor_rouge_score out[TENOR_ROUGES], tenor_string system, tenor_string reference, bool stem,
                      tn_arena *arena, tenor_error *error);

#endif
