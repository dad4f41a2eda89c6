# Finds LLVM 22 and Clang 22 as shared libraries. Not by their own CMake packages: those of
# Debian refuse to load unless every static library and tool that LLVM knows is installed.
#
# Sets Clang22_PREFIX, Clang22_RESOURCE_DIR, Clang22_LIT; imports Clang22::clang-cpp and
# Clang22::LLVM. Give -DClang22_PREFIX=/opt/llvm-22 for an installation of your own.
if(NOT Clang22_PREFIX)
  find_program(Clang22_CONFIG NAMES llvm-config-22 llvm-config
    HINTS /usr/lib/llvm-22/bin /opt/homebrew/opt/llvm@22/bin /usr/local/opt/llvm@22/bin)
  if(Clang22_CONFIG)
    execute_process(COMMAND ${Clang22_CONFIG} --prefix OUTPUT_VARIABLE prefix
      OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
  set(Clang22_PREFIX "${prefix}" CACHE PATH "Where LLVM 22 and Clang 22 are installed")
endif()

set(where HINTS ${Clang22_PREFIX} NO_DEFAULT_PATH)
find_path(Clang22_INCLUDE_DIR clang/Basic/Version.h ${where} PATH_SUFFIXES include)
# The versioned name of the first comes with Clang itself, the bare one with a -dev package.
find_library(Clang22_CLANG_CPP NAMES clang-cpp libclang-cpp.so.22.1 ${where} PATH_SUFFIXES lib)
find_library(Clang22_LLVM NAMES LLVM-22 LLVM ${where} PATH_SUFFIXES lib)
find_program(Clang22_LIT NAMES lit-22 lit HINTS ${Clang22_PREFIX}/bin)
if(Clang22_INCLUDE_DIR AND EXISTS ${Clang22_INCLUDE_DIR}/llvm/Config/llvm-config.h)
  file(STRINGS ${Clang22_INCLUDE_DIR}/llvm/Config/llvm-config.h line
    REGEX "#define LLVM_VERSION_STRING ")
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" Clang22_VERSION "${line}")
endif()
if(Clang22_VERSION AND NOT Clang22_VERSION MATCHES "^22\\.")
  set(Clang22_INCLUDE_DIR NOTFOUND)
endif()
find_path(Clang22_RESOURCE_DIR include/stddef.h ${where} PATH_SUFFIXES lib/clang/22)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Clang22
  REQUIRED_VARS Clang22_CLANG_CPP Clang22_LLVM Clang22_INCLUDE_DIR Clang22_RESOURCE_DIR Clang22_LIT
  VERSION_VAR Clang22_VERSION
  REASON_FAILURE_MESSAGE
  "found version: '${Clang22_VERSION}' at '${Clang22_PREFIX}'. scripts/setup installs it.")

foreach(library IN ITEMS clang-cpp LLVM)
  if(Clang22_FOUND AND NOT TARGET Clang22::${library})
    string(REPLACE - _ variable ${library})
    string(TOUPPER ${variable} variable)
    add_library(Clang22::${library} SHARED IMPORTED)
    set_target_properties(Clang22::${library} PROPERTIES
      IMPORTED_LOCATION ${Clang22_${variable}}
      INTERFACE_INCLUDE_DIRECTORIES ${Clang22_INCLUDE_DIR})
  endif()
endforeach()
# What works without Clang starts ten times faster with LLVM's support library alone.
if(Clang22_FOUND AND NOT TARGET Clang22::Support)
  add_library(Clang22::Support INTERFACE IMPORTED)
  find_library(Clang22_SUPPORT NAMES libLLVMSupport.a ${where} PATH_SUFFIXES lib)
  find_library(Clang22_DEMANGLE NAMES libLLVMDemangle.a ${where} PATH_SUFFIXES lib)
  find_library(Clang22_Z NAMES z)
  find_library(Clang22_ZSTD NAMES zstd)
  find_library(Clang22_TINFO NAMES tinfo)
  if(Clang22_SUPPORT AND Clang22_DEMANGLE AND Clang22_Z AND Clang22_ZSTD AND Clang22_TINFO)
    target_link_libraries(Clang22::Support INTERFACE ${Clang22_SUPPORT} ${Clang22_DEMANGLE}
      ${Clang22_Z} ${Clang22_ZSTD} ${Clang22_TINFO} ${CMAKE_DL_LIBS})
  else()
    target_link_libraries(Clang22::Support INTERFACE Clang22::LLVM)
  endif()
endif()
mark_as_advanced(Clang22_SUPPORT Clang22_DEMANGLE Clang22_Z Clang22_ZSTD Clang22_TINFO
  Clang22_CONFIG Clang22_INCLUDE_DIR Clang22_CLANG_CPP Clang22_LLVM Clang22_LIT
  Clang22_RESOURCE_DIR)
