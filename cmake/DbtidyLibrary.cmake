# dbtidy_flags(target): the compiler flags of all our code.
# dbtidy_library(folder): the object library dbtidy-<folder> of one folder of checks/.

function(dbtidy_flags target)
  add_dependencies(${target} dbtidy-generated)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/checks ${DBTIDY_GENERATED_DIR})
  target_include_directories(${target} SYSTEM PRIVATE ${Clang22_INCLUDE_DIR}
    $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>
    $<TARGET_PROPERTY:nlohmann_json::nlohmann_json,INTERFACE_INCLUDE_DIRECTORIES>)
  # LLVM has no exceptions, so none may pass through it.
  target_compile_definitions(${target} PRIVATE FMT_EXCEPTIONS=0 JSON_NOEXCEPTION
    DBTIDY_VERSION="${PROJECT_VERSION}" DBTIDY_CLANG_RESOURCE_DIR="${Clang22_RESOURCE_DIR}"
    DBTIDY_CLANG_LIBRARY="${Clang22_CLANG_CPP}")
  target_compile_options(${target} PRIVATE -fno-exceptions -Wall -Wextra
    -Werror=switch -Werror=return-type
    $<$<BOOL:${DBTIDY_WERROR}>:-Werror>
    $<$<BOOL:${DBTIDY_ASSERTIONS}>:-UNDEBUG>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-missing-field-initializers)
  endif()
  if(DBTIDY_SANITIZE)
    # LLVM itself is not instrumented: what needs both sides to be is left out.
    target_compile_options(${target} PRIVATE -fsanitize=${DBTIDY_SANITIZE}
      -fno-sanitize=vptr,function -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${DBTIDY_SANITIZE})
  endif()
endfunction()

function(dbtidy_library folder)
  cmake_path(GET folder FILENAME name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  if(NOT sources)
    return()
  endif()
  set(target dbtidy-${name})
  add_library(${target} OBJECT ${sources})
  dbtidy_flags(${target})
  set_property(GLOBAL APPEND PROPERTY DBTIDY_OBJECTS ${target})
  # Where Clang's headers are included (test-corpus/tools/layers.py), parsing them is most
  # of a compilation. One header for all such folders: it takes 100 MB.
  if(DBTIDY_PCH AND name MATCHES "^(capture|tidy)$")
    get_property(owner GLOBAL PROPERTY DBTIDY_PCH_OWNER)
    if(owner)
      target_precompile_headers(${target} REUSE_FROM ${owner})
    else()
      target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/ClangHeaders.h)
      set_property(GLOBAL PROPERTY DBTIDY_PCH_OWNER ${target})
    endif()
  endif()
endfunction()
