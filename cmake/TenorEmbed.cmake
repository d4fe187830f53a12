# tenor_embed(target directory...): compiles every file below the directories into the target, as the table that
# src/data/embedded.h declares. CMake alone does it, so that a build needs no other tool.
#
#   lexicons/tension/en.tsv --embed_file.cmake-->  embedded/lexicons_tension_en_tsv.c --\
#   models/en/lang.conf     --embed_file.cmake-->  embedded/models_en_lang_conf.c     ---+--> target
#   all of them             --embed_index.cmake->  embedded/index.c                   --/
#
# One C file a data file: a changed line recompiles that file and the (short) index.
function(tenor_embed target)
    set(patterns ${ARGN})
    list(TRANSFORM patterns REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/\\1/*")
    file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${patterns})
    # Not data: what tells people about the data, hidden files, what editors leave behind.
    list(FILTER paths EXCLUDE REGEX "(^|/)(LICENSE|README\\.md|\\.[^/]*|[^/]*~|[^/]*\\.(orig|rej|swp))$")
    list(SORT paths COMPARE STRING CASE SENSITIVE) # bytewise, which the table promises

    set(out ${PROJECT_BINARY_DIR}/embedded)
    set(sources)
    foreach(path IN LISTS paths)
        tenor_embed_symbol(symbol ${path})
        add_custom_command(
            OUTPUT ${out}/${symbol}.c
            COMMAND ${CMAKE_COMMAND} -DINPUT=${PROJECT_SOURCE_DIR}/${path} -DSYMBOL=tn_embedded_${symbol}
                    -DOUTPUT=${out}/${symbol}.c -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
            DEPENDS ${PROJECT_SOURCE_DIR}/${path} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
            COMMENT "Embedding ${path}" VERBATIM)
        list(APPEND sources ${out}/${symbol}.c)
    endforeach()

    # The list goes through a file, which changes only when the set of files does: a file that was added or removed
    # must renew the index too.
    list(JOIN paths "\n" lines)
    file(CONFIGURE OUTPUT ${out}/paths.txt CONTENT "${lines}\n" @ONLY)
    set(inputs ${paths})
    list(TRANSFORM inputs PREPEND ${PROJECT_SOURCE_DIR}/)
    add_custom_command(
        OUTPUT ${out}/index.c
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DPATHS=${out}/paths.txt -DOUTPUT=${out}/index.c
                -P ${PROJECT_SOURCE_DIR}/cmake/embed_index.cmake
        DEPENDS ${inputs} ${out}/paths.txt ${PROJECT_SOURCE_DIR}/cmake/embed_index.cmake
                ${PROJECT_SOURCE_DIR}/cmake/embed_symbol.cmake
        COMMENT "Indexing the embedded files" VERBATIM)

    # A string literal longer than C's guaranteed 4095 bytes is what these files are for.
    set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings")
    target_sources(${target} PRIVATE ${sources} ${out}/index.c)
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/embed_symbol.cmake)
