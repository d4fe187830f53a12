# cmake -DROOT=dir -DPATHS=list.txt -DOUTPUT=index.c -P embed_index.cmake: the table of src/data/embedded.h.
cmake_minimum_required(VERSION 3.20)
include(${CMAKE_CURRENT_LIST_DIR}/embed_symbol.cmake)
file(STRINGS ${PATHS} paths)
set(declarations "")
set(rows "")
foreach(path IN LISTS paths)
    tenor_embed_symbol(symbol ${path})
    file(SIZE ${ROOT}/${path} size)
    string(APPEND declarations "extern const unsigned char tn_embedded_${symbol}[];\n")
    string(APPEND rows "    {\"${path}\", tn_embedded_${symbol}, ${size}},\n")
endforeach()
list(LENGTH paths count)
file(WRITE ${OUTPUT} "#include \"data/embedded.h\"\n\n${declarations}
const tn_embedded_file tn_embedded_files[] = {\n${rows}    {0, 0, 0}};
const size_t tn_embedded_file_count = ${count};\n")
