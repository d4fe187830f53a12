/* Several records, one answer. Private to src/engine. */
#ifndef TN_ENGINE_DIGEST_H
#define TN_ENGINE_DIGEST_H

#include "engine/answer.h"

/* Answers the job's records as one text (tenor_analyze_all), a line for each bad one before that. Fields kept and the
 * date are those of the first good record, its id is the value that all share; each sentence has the id and the date of
 * its own record. */
void tn_answer_digest(tn_job *job, tn_worker *worker);

#endif
