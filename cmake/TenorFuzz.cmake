# Each tests/fuzz/fuzz_NAME.c (with LLVMFuzzerTestOneInput) becomes the program fuzz_NAME.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_*.c)
foreach(source IN LISTS fuzz_sources)
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PRIVATE tenor_static tenor_dependencies tenor_flags)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()
