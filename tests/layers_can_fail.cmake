# cmake -DFIXTURE=layers_bad -P layers_can_fail.cmake: each file of the fixture but data/good.c breaks one rule;
# layers.cmake must name each, and only those.
execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${FIXTURE} -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
    message(FATAL_ERROR "layers.cmake passed the fixture")
endif()
foreach(file base/upward.c rank/sideways.c text/library.c cli/inward.c report/relative.c gremlin/unknown.c)
    if(NOT output MATCHES "${file}:1: ")
        message(FATAL_ERROR "layers.cmake did not name ${file}:\n${output}")
    endif()
endforeach()
if(output MATCHES "good.c")
    message(FATAL_ERROR "layers.cmake named a file that is right:\n${output}")
endif()
