# cmake -DINPUT=file -DSYMBOL=name -DOUTPUT=file.c -P embed_file.cmake: one data file as a C array.
# A string literal of \x escapes, 32 bytes a line: compilers read it many times faster than a list of integers. The
# NUL that C puts after it belongs to no file and lets nobody run past the end.
cmake_minimum_required(VERSION 3.20)
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "(................................................................)" "\\1\"\n\"" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" hex "${hex}")
file(WRITE ${OUTPUT} "extern const unsigned char ${SYMBOL}[];\nconst unsigned char ${SYMBOL}[] =\n\"${hex}\";\n")
