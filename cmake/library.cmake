# SPDX-License-Identifier: GPL-3.0-or-later
# vanthu_library(NAME SOURCES ... LINK ... SYSTEM pkg ...): a static library included from the root.
# SYSTEM names pkg-config modules; they stay private, since no header of ours shows a foreign type.
function(vanthu_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;SYSTEM" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_LINK})
  foreach(module ${ARG_SYSTEM})
    string(MAKE_C_IDENTIFIER pc_${module} key)
    pkg_check_modules(${key} REQUIRED IMPORTED_TARGET GLOBAL ${module})
    target_link_libraries(${name} PRIVATE PkgConfig::${key})
  endforeach()
endfunction()

# vanthu_test(NAME LABEL unit|ocr|e2e SOURCES ... LINK ...): one GoogleTest program. Those of the label
# unit are what the target unit_tests builds.
function(vanthu_test name)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;LINK" ${ARGN})
  find_package(GTest REQUIRED)
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    VANTHU_BINARY="$<TARGET_FILE:vanthu>" VANTHU_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)  # compiled often, run once
  if("${ARG_LABEL}" MATCHES "unit")
    add_dependencies(unit_tests ${name})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT 1500)
endfunction()
