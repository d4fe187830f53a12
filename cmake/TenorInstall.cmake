# install(): program, libraries, header, tenor.pc, the CMake package, man pages.
include(CMakePackageConfigHelpers)

install(TARGETS tenor_shared EXPORT tenorTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS tenor_static EXPORT tenorStaticTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS tenor_dependencies EXPORT tenorStaticTargets)
if(TARGET tenor)
    install(TARGETS tenor RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES ${PROJECT_SOURCE_DIR}/include/tenor/tenor.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tenor)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tenor)
install(EXPORT tenorTargets NAMESPACE tenor:: DESTINATION ${package_dir})
install(EXPORT tenorStaticTargets NAMESPACE tenor:: DESTINATION ${package_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/tenorConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/tenorConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/tenorConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tenorConfig.cmake ${PROJECT_BINARY_DIR}/tenorConfigVersion.cmake
        DESTINATION ${package_dir})

# Relative to the .pc file, so that an installed tree can be moved.
file(RELATIVE_PATH pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
if(CMAKE_DL_LIBS)
    set(TENOR_PC_DL " -l${CMAKE_DL_LIBS}")
endif()
configure_file(${PROJECT_SOURCE_DIR}/cmake/tenor.pc.in ${PROJECT_BINARY_DIR}/tenor.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/tenor.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

file(GLOB man_pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.1)
if(man_pages)
    install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
