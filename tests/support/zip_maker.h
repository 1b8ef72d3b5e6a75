// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives for tests, made by libarchive.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace vanthu {

using ZipContents = std::vector<std::pair<std::string, std::string>>;  // name, bytes

// Packed; names are UTF-8 and flagged so. With a password each file is encrypted.
std::string zip_of(const ZipContents& files, const std::string& password = {});

// What Word would save, as far as a look for marks goes: the paragraphs.
std::string docx_of(const std::vector<std::string>& paragraphs);

}  // namespace vanthu
