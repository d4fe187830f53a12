/* How the value of each kind of option is read and stored: the `set` column of options.def. */
#ifndef TN_CLI_VALUES_H
#define TN_CLI_VALUES_H

#include "cli/options.h"

tenor_status tn_set_flag(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_text(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_list(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_keep(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_budget(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_ranker(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_diversity(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_date(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_gate(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_width(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_count(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_parameter(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_damping(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_weights(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_words(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_time_limit(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_max_errors(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_shard(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_share(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);
tenor_status tn_set_max_bytes(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);

#endif
