/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/documents.h"

tn_exit tn_run_keywords(tn_cli *cli) { return tn_run_documents(cli, "keywords", TENOR_PART_KEYWORDS); }
