/* A result as cells of a table, one row a text: what --to csv and --to tsv write after a record's own fields.
 *
 *   lang words sentences title (sources background) warnings lexicons | ranker summary (summary.sources summary.dates)
 * | overall.tension ... overall.hits | topic.NAME.tension ... topic.NAME.low_evidence, topic.NAME.gist if there are
 * gists, for each topic in the order of the engine or the command line
 *
 * Columns and their order depend on the options alone, never on a text; what has no value is an empty cell. Topics of
 * one record alone (targets) have no column.
 */
#ifndef TN_REPORT_COLUMNS_H
#define TN_REPORT_COLUMNS_H

#include "report/report.h"

typedef struct tn_columns {
    const char *const *topics; /* names */
    size_t n_topics;
    unsigned parts; /* that are analysed, TENOR_PART_* */
    const tenor_render_options *options;
    char separator; /* written before each cell */
    bool gists;     /* topics have a sentence of their own */
    bool merged;    /* a row is a digest of several texts */
} tn_columns;

void tn_put_column_names(tn_buf *out, const tn_columns *columns);

/* Whether a name of tenor_render_options.fields stands for anything: a column, or a key of the JSON record, each of
 * which has a column. */
bool tn_has_column(const tn_columns *columns, const char *field);

/* Whether a column that is written has this name. */
bool tn_is_column(const tn_columns *columns, tenor_string name);

/* `result` NULL, or empty: as many empty cells. */
void tn_put_columns(tn_buf *out, const tn_columns *columns, const tenor_result *result);

#endif
