// SPDX-License-Identifier: GPL-3.0-or-later
// What is made from a scan and its reading for people and other programs, and can be made again at
// any time: a PDF/A with its text, the words as ALTO, a small picture of each page. The same scan
// and reading give the same bytes. Decodes hostile files: to be called in a worker process.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/intake/intake.h"

namespace vanthu {

struct DerivedFile {
  std::string name, bytes;  // name: in the object
};

inline constexpr const char* kPdfFile = "access.pdf";
inline constexpr const char* kAltoFile = "alto.xml";
std::string thumbnail_file(int page);  // "thumbnail-0001.jpg"
bool is_derived(const std::string& name);

// Between processes. What comes back from a process that met a hostile file is looked at: nothing
// but derived files, each once, and every byte one of them; else Error{internal}.
std::string bundled(const std::vector<DerivedFile>& files);
std::vector<DerivedFile> unbundled(std::string_view bytes);

// The PDF/A first. Throws as pdfa_of().
std::vector<DerivedFile> derive(const Scan& scan, const Reading& reading,
                                const IntakeOptions& options);

}  // namespace vanthu
