# ccache and lld where they are installed.
find_program(DBTIDY_CCACHE ccache)
if(DBTIDY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A precompiled header and its users hash alike only if time stamps are left out.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    ${DBTIDY_CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  endif()
endif()

find_program(DBTIDY_LLD NAMES ld.lld-22 ld.lld HINTS ${Clang22_PREFIX}/bin)
if(DBTIDY_LLD)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_link_options(--ld-path=${DBTIDY_LLD})
  elseif(DBTIDY_LLD MATCHES "/ld\\.lld$")
    add_link_options(-fuse-ld=lld)
  endif()
endif()
mark_as_advanced(DBTIDY_CCACHE DBTIDY_LLD)
