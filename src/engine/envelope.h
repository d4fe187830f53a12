/* What an answer says of its record: id, date, and the fields kept. Private to src/engine.
 *
 *   {"id":17,"date":"2018-05-01","source":"wire", "tenor":{...}}
 *   id,date,source,                               error.code,error.message,lang,...
 *
 * A field that is kept under a name which the answer has already ("id" beside --id-field guid; in a table, "title") is
 * called "kept.NAME". "tenor", and the marks of copies where they are made anew, are replaced.
 */
#ifndef TN_ENGINE_ENVELOPE_H
#define TN_ENGINE_ENVELOPE_H

#include "engine/answer.h"

/* The header of CSV, nothing for JSON Lines. */
void tn_put_answer_header(tn_buf *out, const tn_answer_plan *plan);

/* The open object up to where "tenor" follows; the cells before the first of tenor's. job->id is set. */
void tn_put_json_head(tn_job *job, const tn_record *record);
void tn_put_cell_head(tn_job *job, const tn_record *record);

#endif
