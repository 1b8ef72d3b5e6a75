// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/zip_maker.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace vanthu {
namespace {

la_ssize_t append(archive*, void* out, const void* bytes, std::size_t n) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), n);
  return static_cast<la_ssize_t>(n);
}

void add(archive* zip, const std::string& name, const std::string& bytes) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            archive_entry_free);
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), name.ends_with('/') ? AE_IFDIR : AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  if (archive_write_header(zip, entry.get()) != ARCHIVE_OK)
    throw std::runtime_error(archive_error_string(zip));
  archive_write_data(zip, bytes.data(), bytes.size());
}

}  // namespace

std::string zip_of(const ZipContents& files, const std::string& password) {
  std::string out;
  const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(),
                                                                    archive_write_free);
  archive_write_set_format_zip(zip.get());
  archive_write_set_options(zip.get(), "hdrcharset=UTF-8");
  if (!password.empty()) {
    archive_write_set_options(zip.get(), "encryption=zipcrypt");
    archive_write_set_passphrase(zip.get(), password.c_str());
  }
  archive_write_set_bytes_in_last_block(zip.get(), 1);
  archive_write_open(zip.get(), &out, nullptr, append, nullptr);
  for (const auto& [name, bytes] : files) add(zip.get(), name, bytes);
  archive_write_close(zip.get());
  return out;
}

std::string docx_of(const std::vector<std::string>& paragraphs) {
  std::string body = "<w:document><w:body>";
  for (const std::string& one : paragraphs) body += "<w:p><w:r><w:t>" + one + "</w:t></w:r></w:p>";
  return zip_of({{"[Content_Types].xml", "<Types/>"},
                 {"word/document.xml", body + "</w:body></w:document>"}});
}

}  // namespace vanthu
