/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/completion.h"

/* "brief) options='--sentences ...'; operands='...';;" */
static void put_command(tn_buf *out, const tn_command *command, const tenor_engine *engine) {
    tn_putf(out, "    %s) options='", command->name);
    for (size_t i = 0; i < tn_option_count; i++)
        if (tn_options[i].commands & tn_command_bit(command)) tn_putf(out, "--%s ", tn_options[i].name);
    tn_puts(out, "'; operands='");
    tn_put_value_words(out, command->values, engine);
    tn_puts(out, "' ;;\n");
}

/* "brief:--to) words='text json jsonl' ;;" for each command that takes the option. */
static void put_values(tn_buf *out, const tn_option *option, const tenor_engine *engine) {
    if (!option->argument) return;
    const char *before = "    ";
    for (size_t i = 0; i < TN_COMMANDS; i++) {
        if (!(option->commands & tn_command_bit(&tn_commands[i]))) continue;
        tn_putf(out, "%s%s:--%s", before, tn_commands[i].name, option->name);
        if (option->letter) tn_putf(out, "|%s:-%c", tn_commands[i].name, option->letter);
        before = "|";
    }
    tn_puts(out, ") takes=yes; words='");
    bool words = tn_put_value_words(out, option->values, engine);
    tn_puts(out, words ? "' ;;\n" : "'; files=yes ;;\n");
}

void tn_put_bash(tn_buf *out, const tenor_engine *engine) {
    tn_puts(out,
            "# bash completion for tenor; written by `tenor completion bash`\n"
            "_tenor() {\n"
            "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
            "  local options='' operands='' words='' takes='' files=''\n"
            "  COMPREPLY=()\n"
            "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
            "    COMPREPLY=($(compgen -W '");
    tn_put_command_names(out);
    tn_puts(out,
            " --help --version --verbose' -- \"$current\"))\n"
            "    return\n"
            "  fi\n"
            "  case $command in\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) put_command(out, &tn_commands[i], engine);
    tn_puts(out,
            "  esac\n"
            "  [ \"$previous\" = = ] && [ \"$COMP_CWORD\" -ge 2 ] && previous=${COMP_WORDS[COMP_CWORD-2]}\n"
            "  case $command:$previous in\n");
    for (size_t i = 0; i < tn_option_count; i++) put_values(out, &tn_options[i], engine);
    tn_puts(out,
            "  esac\n"
            "  if [ -n \"$files\" ]; then\n"
            "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
            "  elif [ -n \"$takes\" ]; then\n"
            "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
            "  elif [ \"${current#-}\" != \"$current\" ]; then\n"
            "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
            "  elif [ -n \"$operands\" ]; then\n"
            "    COMPREPLY=($(compgen -W \"$operands\" -- \"$current\") $(compgen -f -- \"$current\"))\n"
            "  else\n"
            "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
            "  fi\n"
            "}\n"
            "complete -o filenames -F _tenor tenor\n");
}
