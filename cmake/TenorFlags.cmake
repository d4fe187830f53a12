# Compiler and linker flags, as one interface target: tenor_flags.
include(CheckPIESupported)

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
check_pie_supported(LANGUAGES C)

# -O2, not CMake's -O3: the same speed here, and smaller.
string(REPLACE "-O3" "-O2" CMAKE_C_FLAGS_RELEASE "${CMAKE_C_FLAGS_RELEASE}")

add_library(tenor_flags INTERFACE)
target_compile_definitions(tenor_flags INTERFACE _POSIX_C_SOURCE=200809L _XOPEN_SOURCE=700)
# Same input, same bytes out on any machine: no fused multiply-add that only some processors have.
target_compile_options(tenor_flags INTERFACE -ffp-contract=off -fno-math-errno
                       -Wall -Wextra -Wpedantic -Wconversion -Wstrict-prototypes -Wmissing-prototypes)
# An enumeration is how C17 names an integer constant.
target_compile_options(tenor_flags INTERFACE $<$<C_COMPILER_ID:Clang,AppleClang>:-Wno-enum-float-conversion>)
if(TENOR_WERROR)
    target_compile_options(tenor_flags INTERFACE -Werror)
endif()

set(hardened $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
# Where it was built does not show in the binary; debuggers of the other build types need to know it.
target_compile_options(tenor_flags INTERFACE $<${hardened}:-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>)
if(NOT TENOR_SANITIZE) # the sanitizers replace the fortified functions
    target_compile_options(tenor_flags INTERFACE $<${hardened}:-U_FORTIFY_SOURCE> $<${hardened}:-D_FORTIFY_SOURCE=2>
                                                 $<${hardened}:-fstack-protector-strong>)
endif()
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(tenor_flags INTERFACE $<${hardened}:LINKER:-z,relro,-z,now>)
endif()

if(TENOR_SANITIZE)
    set(sanitize -fsanitize=${TENOR_SANITIZE} -fno-sanitize-recover=all)
    target_compile_options(tenor_flags INTERFACE ${sanitize} -fno-omit-frame-pointer)
    target_link_options(tenor_flags INTERFACE ${sanitize})
endif()
if(TENOR_ARENA_DEBUG)
    target_compile_definitions(tenor_flags INTERFACE TN_ARENA_DEBUG)
endif()
if(TENOR_COVERAGE)
    target_compile_options(tenor_flags INTERFACE --coverage)
    target_link_options(tenor_flags INTERFACE --coverage)
endif()
if(TENOR_FUZZ)
    if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "TENOR_FUZZ needs clang: configure with the preset 'fuzz', or with CC=clang")
    endif()
    target_compile_options(tenor_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
