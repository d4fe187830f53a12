/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/span.h"
#include "cli/completion.h"

/* Text inside '...[...]': brackets and colons mean something to _arguments, quotes to the shell. */
static void put_quoted(tn_buf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '\'') tn_puts(out, "'\\''");
        else if (*text == '[' || *text == ']' || *text == ':' || *text == '\\') tn_putf(out, "\\%c", *text);
        else tn_putc(out, *text);
    }
}

static void put_action(tn_buf *out, const char *values, const tenor_engine *engine) {
    if (tn_equal(tn_str(values), TN_STR("@dir"))) {
        tn_puts(out, "_files -/");
    } else if (tn_equal(tn_str(values), TN_STR("@file"))) {
        tn_puts(out, "_files");
    } else {
        tn_putc(out, '(');
        tn_put_value_words(out, values, engine);
        tn_putc(out, ')');
    }
}

/* '*--to=[help]:FORMAT:(text json jsonl)' */
static void put_option(tn_buf *out, const tn_option *option, const char *dashes, tenor_string name,
                       const tenor_engine *engine) {
    tn_putf(out, "        '*%s%.*s%s[", dashes, (int)name.length, name.data,
            !option->argument ? ""
            : name.length > 1 ? "="
                              : "+");
    put_quoted(out, option->help);
    tn_putc(out, ']');
    if (option->argument) {
        tn_putc(out, ':');
        put_quoted(out, option->argument);
        tn_putc(out, ':');
        put_action(out, option->values, engine);
    }
    tn_puts(out, "' \\\n");
}

static void put_command(tn_buf *out, const tn_command *command, const tenor_engine *engine) {
    tn_putf(out, "    %s)\n      _arguments \\\n", command->name);
    for (size_t i = 0; i < tn_option_count; i++) {
        const tn_option *option = &tn_options[i];
        if (!(option->commands & tn_command_bit(command))) continue;
        put_option(out, option, "--", tn_str(option->name), engine);
        if (option->letter) put_option(out, option, "-", (tenor_string){&option->letter, 1}, engine);
    }
    tn_puts(out, "        '*:operand:");
    put_action(out, command->values, engine);
    tn_puts(out, "' ;;\n");
}

void tn_put_zsh(tn_buf *out, const tenor_engine *engine) {
    tn_puts(out,
            "#compdef tenor\n"
            "# zsh completion for tenor; written by `tenor completion zsh`\n"
            "_tenor() {\n"
            "  if (( CURRENT == 2 )); then\n"
            "    local -a commands=(\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) {
        tn_putf(out, "      '%s:", tn_commands[i].name);
        put_quoted(out, tn_commands[i].about);
        tn_puts(out, "'\n");
    }
    tn_puts(out,
            "    )\n"
            "    _describe command commands\n"
            "    return\n"
            "  fi\n"
            "  local command=$words[2]\n"
            "  shift words\n"
            "  (( CURRENT-- ))\n"
            "  case $command in\n");
    for (size_t i = 0; i < TN_COMMANDS; i++) put_command(out, &tn_commands[i], engine);
    tn_puts(out,
            "  esac\n"
            "}\n"
            "if [ \"$funcstack[1]\" = _tenor ]; then _tenor \"$@\"; else compdef _tenor tenor; fi\n");
}
