# awk -v n=N -f corpus.awk FILE...: N articles as JSON Lines {"id", "title", "text"}, made by repeating the files, whose
# first line is the headline. Same files, same bytes.
function quote(s) {
    gsub(/\\/, "\\\\", s)
    gsub(/"/, "\\\"", s)
    gsub(/\t/, "\\t", s)
    return s
}
FNR == 1 { files++; title[files] = quote($0); next }
{ text[files] = text[files] quote($0) "\\n" }
END {
    for (i = 0; i < n; i++) {
        f = i % files + 1
        printf "{\"id\":%d,\"title\":\"%s\",\"text\":\"%s\"}\n", i, title[f], text[f]
    }
}
