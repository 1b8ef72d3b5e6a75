# SPDX-License-Identifier: GPL-3.0-or-later
# vanthu_embed(TARGET NAME FILE): the bytes of FILE in the read-only part of the program, from
# vanthu_NAME_begin to vanthu_NAME_end (extern "C" const unsigned char[]). The kernel maps them in
# when they are read and shares them between workers; a confined worker need not open a file.
function(vanthu_embed target name file)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embed_${name}.S)
  file(WRITE ${source}.in
"    .section .rodata
    .balign 64
    .global vanthu_${name}_begin
    .global vanthu_${name}_end
vanthu_${name}_begin:
    .incbin \"${CMAKE_CURRENT_SOURCE_DIR}/${file}\"
vanthu_${name}_end:
    .byte 0
    .section .note.GNU-stack,\"\",%progbits
")
  configure_file(${source}.in ${source} COPYONLY)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  target_sources(${target} PRIVATE ${source})
endfunction()
