# What tenor links with, as one interface target: tenor_dependencies; and tenor_late_dependencies, the headers of what it
# loads at run time. A missing library is named with its package.
include(TenorLate)

function(tenor_missing what package)
    message(FATAL_ERROR "${what} was not found. On Debian and Ubuntu: apt-get install ${package} "
                        "(or run scripts/setup, which installs everything).")
endfunction()

find_package(PkgConfig)
if(NOT PKG_CONFIG_FOUND)
    tenor_missing("pkg-config" pkg-config)
endif()

macro(tenor_pkg_config prefix module what package)
    pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${module})
    if(NOT ${prefix}_FOUND)
        tenor_missing("${what}" ${package})
    endif()
endmacro()

# No minimum versions: Debian's libutf8proc.pc says 2.6.0 for 2.8.0. gsl.pc names gslcblas, which gives the same bits
# on any processor, as OpenBLAS does not.
tenor_pkg_config(GSL gsl "GSL, the GNU Scientific Library," libgsl-dev)
tenor_pkg_config(UTF8PROC libutf8proc "utf8proc" libutf8proc-dev)
tenor_pkg_config(JSONC json-c "json-c" libjson-c-dev)
tenor_pkg_config(XML2 libxml-2.0 "libxml2" libxml2-dev)
tenor_pkg_config(ARCHIVE libarchive "libarchive" libarchive-dev)

# Optional: tells legacy encodings apart where neither the page nor the user says.
pkg_check_modules(UCHARDET QUIET IMPORTED_TARGET uchardet)

# Optional: names the language of short texts, and of those without a model. It is C++, called by its linker names
# (src/text/cld2.h); it has no .pc file.
set(TENOR_CLD2 AUTO CACHE STRING "Ask CLD2 where the language gate is not sure: AUTO (when it is found), ON or OFF")
set_property(CACHE TENOR_CLD2 PROPERTY STRINGS AUTO ON OFF)
set(TENOR_CLD2_DETECT _ZN4CLD221DetectLanguageSummaryEPKcibS1_iNS_8LanguageEPS2_PiS4_Pb)
set(TENOR_CLD2_CODE _ZN4CLD212LanguageCodeENS_8LanguageE)
find_library(CLD2_LIBRARY cld2)
mark_as_advanced(CLD2_LIBRARY)
if(TENOR_CLD2 AND CLD2_LIBRARY)
    include(CheckLibraryExists)
    check_library_exists(${CLD2_LIBRARY} ${TENOR_CLD2_DETECT} "" CLD2_HAS_DETECT)
    check_library_exists(${CLD2_LIBRARY} ${TENOR_CLD2_CODE} "" CLD2_HAS_CODE)
endif()
set(CLD2_FOUND FALSE)
if(TENOR_CLD2 AND CLD2_HAS_DETECT AND CLD2_HAS_CODE)
    set(CLD2_FOUND TRUE)
elseif(TENOR_CLD2 AND NOT TENOR_CLD2 STREQUAL "AUTO")
    tenor_missing("CLD2" libcld2-dev)
endif()

# libstemmer has no .pc file.
find_path(STEMMER_INCLUDE_DIR libstemmer.h)
find_library(STEMMER_LIBRARY stemmer)
mark_as_advanced(STEMMER_INCLUDE_DIR STEMMER_LIBRARY)
if(NOT STEMMER_INCLUDE_DIR OR NOT STEMMER_LIBRARY)
    tenor_missing("libstemmer, the Snowball stemmers," libstemmer-dev)
endif()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

add_library(tenor_dependencies INTERFACE)
target_include_directories(tenor_dependencies SYSTEM INTERFACE $<BUILD_INTERFACE:${STEMMER_INCLUDE_DIR}>)
target_link_libraries(tenor_dependencies INTERFACE PkgConfig::GSL PkgConfig::UTF8PROC PkgConfig::JSONC
                                                   $<BUILD_INTERFACE:${STEMMER_LIBRARY}>
                                                   $<INSTALL_INTERFACE:stemmer> Threads::Threads ${CMAKE_DL_LIBS} m)

add_library(tenor_late_dependencies INTERFACE)
tenor_late(tenor_late_dependencies LIBXML2 xml2 "${XML2_LINK_LIBRARIES}" "${XML2_INCLUDE_DIRS}")
tenor_late(tenor_late_dependencies LIBARCHIVE archive "${ARCHIVE_LINK_LIBRARIES}" "${ARCHIVE_INCLUDE_DIRS}")
if(UCHARDET_FOUND)
    tenor_late(tenor_late_dependencies UCHARDET uchardet "${UCHARDET_LINK_LIBRARIES}" "${UCHARDET_INCLUDE_DIRS}"
               TENOR_UCHARDET_VERSION="${UCHARDET_VERSION}")
endif()
if(CLD2_FOUND)
    file(REAL_PATH ${CLD2_LIBRARY} cld2_file) # libcld2.so.0.0.197
    string(REGEX REPLACE ".*\\.so\\.([0-9.]+)$" "\\1" cld2_version ${cld2_file})
    if(cld2_version STREQUAL cld2_file)
        set(cld2_version "built in")
    endif()
    tenor_late(tenor_late_dependencies CLD2 cld2 "${CLD2_LIBRARY}" "" TENOR_CLD2_VERSION="${cld2_version}"
               TENOR_CLD2_DETECT="${TENOR_CLD2_DETECT}" TENOR_CLD2_CODE="${TENOR_CLD2_CODE}")
endif()
