/* A line of the answer: what the record says of itself, then the result or an error. Private to src/engine.
 *
 *   tn_reply_begin     {"id":17,"date":"2018-05-01"
 *   tn_reply_result                                ,"tenor":{...}
 *   or tn_reply_error                              ,"tenor":{"schema":1,"error":{...}}
 *   tn_reply_end                                                                       }
 */
#ifndef TN_ENGINE_REPLY_H
#define TN_ENGINE_REPLY_H

#include "engine/answer.h"

/* Begins a line about the record at job->at; sets job->id. */
void tn_reply_begin(tn_job *job, const tn_record *record);

/* The result that `worker` holds. Errors: those of tenor_render. */
tenor_status tn_reply_result(tn_job *job, tn_worker *worker);

/* job->error in place of a result, and on its own where that is wanted; the record counts as bad. Where bad records are
 * skipped, the line is taken back. */
void tn_reply_error(tn_job *job);

/* Takes the line back. */
void tn_reply_drop(tn_job *job);

/* Ends the line, if it is still there. */
void tn_reply_end(tn_job *job);

#endif
