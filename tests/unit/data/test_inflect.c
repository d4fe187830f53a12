#include "data/inflect.h"

#include <stdio.h>

#include "place.h"

static tn_arena arena = TN_ARENA_INIT;
static tn_irregulars irregulars;

static void open_irregulars(void) {
    tn_data_file file;
    tenor_error error = {0};
    cr_assert_eq(tn_data_load(&file, NULL, "models/en/irregular.tsv", &arena, &error), TENOR_OK);
    cr_assert_eq(tn_irregulars_read(&irregulars, &file, &arena, &error), TENOR_OK, "%s", error.message);
}

static void close_irregulars(void) { tn_arena_free(&arena); }
TestSuite(inflect, .init = open_irregulars, .fini = close_irregulars);

/* All forms, joined with commas. */
static const char *forms_of(const char *entry, char pos) {
    static char joined[1024];
    tn_forms forms;
    size_t n = 0;
    cr_assert(tn_inflect(&forms, tn_str(entry), pos, &irregulars), "%s", entry);
    for (size_t i = 0; i < forms.count; i++)
        n += (size_t)snprintf(joined + n, sizeof joined - n, "%s%.*s", i ? "," : "", (int)forms.length[i],
                              forms.text[i]);
    return joined;
}

Test(inflect, by_rule) {
    static const struct {
        const char *entry;
        char pos;
        const char *forms;
    } rows[] = {
        {"attack", 'v', "attack,attacks,attacked,attacking"},
        {"escalate", 'v', "escalate,escalates,escalated,escalating"},
        {"deny", 'v', "deny,denies,denied,denying"},
        {"delay", 'v', "delay,delays,delayed,delaying"},
        {"ban", 'v', "ban,bans,banned,banning"},
        {"plot", 'v', "plot,plots,plotted,plotting"},
        {"raid", 'v', "raid,raids,raided,raiding"},
        {"fix", 'v', "fix,fixes,fixed,fixing"},
        {"show up", 'v', "show up,shows up,showed up,shown up,showing up"},
        {"crush", 'v', "crush,crushes,crushed,crushing"},
        {"ratchet up", 'v', "ratchet up,ratchets up,ratcheted up,ratcheting up"},
        {"flee", 'v', "flee,flees,fled,fleeing"},
        {"air-drop", 'v', "air-drop,airs-drop,aired-drop,airing-drop"},
        {"truce", 'n', "truce,truces"},
        {"ally", 'n', "ally,allies"},
        {"delay", 'n', "delay,delays"},
        {"breach", 'n', "breach,breaches"},
        {"peace deal", 'n', "peace deal,peace deals"},
        {"cease-fire", 'n', "cease-fire,cease-fires"},
        {"tense", 'a', "tense"},
        {"at war", '=', "at war"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *forms = forms_of(rows[i].entry, rows[i].pos);
        cr_expect_str_eq(forms, rows[i].forms, "%s: %s", rows[i].entry, forms);
    }
}

Test(inflect, from_the_list) {
    static const struct {
        const char *entry;
        char pos;
        const char *forms;
    } rows[] = {
        {"fight", 'v', "fight,fights,fought,fighting"},
        {"shoot down", 'v', "shoot down,shoots down,shot down,shooting down"},
        {"veto", 'v', "veto,vetoes,vetoed,vetoing"},
        {"cancel", 'v', "cancel,cancels,canceled,cancelled,canceling,cancelling"},
        {"expel", 'v', "expel,expels,expelled,expelling"},
        {"crisis", 'n', "crisis,crises"},
        {"gunman", 'n', "gunman,gunmen"},
        {"aircraft", 'n', "aircraft,aircraft"},
        {"hostage crisis", 'n', "hostage crisis,hostage crises"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *forms = forms_of(rows[i].entry, rows[i].pos);
        cr_expect_str_eq(forms, rows[i].forms, "%s: %s", rows[i].entry, forms);
    }
}

Test(inflect, an_entry_that_is_too_long_is_refused) {
    char entry[TN_FORM_SIZE + 1];
    tn_forms forms;
    memset(entry, 'a', sizeof entry);
    cr_expect_not(tn_inflect(&forms, (tenor_string){entry, TN_FORM_SIZE + 1}, 'v', &irregulars));
    cr_expect(tn_inflect(&forms, (tenor_string){entry, 100}, 'n', &irregulars));
    cr_expect(tn_inflect(&forms, (tenor_string){entry, 0}, 'v', &irregulars));
}

Test(inflect, errors_of_the_list_say_where) {
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } rows[] = {
        {"fight\tv\n", 1, 8, "3 columns"},
        {"fight\tx\tfought\n", 1, 7, "v or n"},
        {"fight\tv\tfought\nfight\tn\tfights\nfight\tv\tfought\n", 3, 1, "listed twice"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_data_file file = {"irregular.tsv", tn_str(rows[i].text)};
        tn_irregulars read;
        tenor_error error = {0};
        cr_expect_eq(tn_irregulars_read(&read, &file, &arena, &error), TENOR_E_DATA, "%s", rows[i].text);
        expect_place(&error, rows[i].line, rows[i].column, rows[i].words);
    }
}
