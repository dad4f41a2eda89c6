# Checks.inc, CheckMetadata.inc and RulesEmbedded.inc: generated in the build tree from the
# folders of checks/ and rules/, so that adding one edits no list.
set(DBTIDY_GENERATED_DIR ${CMAKE_BINARY_DIR}/generated)
file(GLOB metadata CONFIGURE_DEPENDS checks/db-*/check.json checks/db-*/doc.md
  rules/*/api.json test-corpus/db-*/*.c test-corpus/db-*/*.cpp)
set(stamp ${DBTIDY_GENERATED_DIR}/stamp)
# The stamp is always new, the files only where their text changes: nothing is rebuilt for
# the sake of a time.
add_custom_command(OUTPUT ${stamp}
  BYPRODUCTS ${DBTIDY_GENERATED_DIR}/Checks.inc ${DBTIDY_GENERATED_DIR}/CheckMetadata.inc
             ${DBTIDY_GENERATED_DIR}/RulesEmbedded.inc
  COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/checks/gen.py --inc ${DBTIDY_GENERATED_DIR}
  COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
  DEPENDS ${CMAKE_SOURCE_DIR}/checks/gen.py ${metadata}
  COMMENT "Generating the lists of checks and rules" VERBATIM)
add_custom_target(dbtidy-generated DEPENDS ${stamp})
