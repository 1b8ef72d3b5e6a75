# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation has beside the program, and the Debian package of it (./dev package).
install(FILES README.md README.vi.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN "*.sh" EXCLUDE)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

install(FILES cmake/vanthu-watch.service DESTINATION lib/systemd/system)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vanthu)
set(CPACK_PACKAGE_CONTACT "The vanthu developers <vanthu@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reads, keeps and finds scanned Vietnamese dispatches")
set(CPACK_PACKAGE_DESCRIPTION
    "For the records office (văn thư) of a Vietnamese agency: reads the scans of its incoming
dispatches, keeps every file untouched in an open archive with what was read, and finds
a paper again by half a number or three words without accents.
.
Dành cho văn thư cơ quan: đọc bản quét công văn đến, lưu nguyên vẹn từng tệp cùng nội
dung đã đọc, tìm lại văn bản bằng một phần số, ký hiệu hay vài chữ không dấu.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # the libraries, by asking the binary
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tesseract-ocr-vie")
include(CPack)
