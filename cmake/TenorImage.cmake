# tenor_image(target objects): an object library with what the embedded text files come to (src/base/image.h), so that
# opening an engine need not read them. A program made of the same sources writes it, as C:
#
#   tenor_objects + tools/no_image.c + tools/make_image.c --> tenor_make_image --run--> embedded/image.c --> target
#
# Where the program cannot run, since it is for another machine and there is no emulator, the target holds no image, and
# the library reads the text files.
function(tenor_image target objects)
    set(tools ${PROJECT_SOURCE_DIR}/tools)
    set(source ${PROJECT_BINARY_DIR}/embedded/image.c)
    if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
        message(STATUS "No image of the built-in data: each start will read the text files")
        set(source ${tools}/no_image.c)
    else()
        add_executable(tenor_make_image ${tools}/make_image.c ${tools}/no_image.c $<TARGET_OBJECTS:${objects}>)
        target_include_directories(tenor_make_image PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
        target_link_libraries(tenor_make_image PRIVATE tenor_dependencies tenor_flags)
        add_custom_command(OUTPUT ${source} COMMAND tenor_make_image ${source} DEPENDS tenor_make_image
                           COMMENT "Making the image of the built-in data" VERBATIM)
        set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings")
    endif()
    add_library(${target} OBJECT ${source})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${target} PRIVATE tenor_flags)
endfunction()
