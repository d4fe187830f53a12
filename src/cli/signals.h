/* SIGINT and its kin end the program at once, and take the unfinished output file with them. */
#ifndef TN_CLI_SIGNALS_H
#define TN_CLI_SIGNALS_H

/* SIGPIPE is ignored, so that a write fails with EPIPE; a signal that the parent ignores stays ignored. */
void tn_signals_install(void);

/* The file to remove when a signal ends the program; NULL: none. The string must stay until it is replaced. */
void tn_signals_unlink(const char *path);

#endif
