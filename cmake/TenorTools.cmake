# Targets for developers: format, format-check, lint. Each is there when its tool is.
find_program(CLANG_FORMAT clang-format)
find_program(CLANG_TIDY clang-tidy)
mark_as_advanced(CLANG_FORMAT CLANG_TIDY)

file(GLOB_RECURSE format_files CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/include/*.h ${PROJECT_SOURCE_DIR}/src/*.[ch] ${PROJECT_SOURCE_DIR}/tests/*.[ch]
     ${PROJECT_SOURCE_DIR}/bench/*.[ch] ${PROJECT_SOURCE_DIR}/tools/*.[ch])
if(CLANG_FORMAT AND TENOR_TOP_LEVEL)
    add_custom_target(format COMMAND ${CLANG_FORMAT} -i ${format_files} COMMENT "Formatting" VERBATIM)
    add_custom_target(format-check COMMAND ${CLANG_FORMAT} --dry-run -Werror ${format_files}
                      COMMENT "Checking the format" VERBATIM)
endif()
if(CLANG_TIDY AND TENOR_TOP_LEVEL)
    add_custom_target(lint COMMAND ${CLANG_TIDY} --quiet -p ${PROJECT_BINARY_DIR} ${library_sources} ${cli_sources}
                      COMMENT "Running clang-tidy" VERBATIM)
    add_dependencies(lint tenor_objects) # the generated sources must be there
endif()
