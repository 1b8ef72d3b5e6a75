// SPDX-License-Identifier: GPL-3.0-or-later
// Digests as lower-case hex, and hex for names that are not text. OpenSSL does the work.
// Safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

std::string sha256_hex(std::string_view bytes);
std::string sha512_hex(std::string_view bytes);

// Several digests of one file in one reading of it, in constant memory. Known: those of
// OCFL (md5, sha1, sha256, sha512, blake2b-512, sha512/256). nullopt stands for an algorithm we do
// not know. Throws Error{io}.
std::vector<std::optional<std::string>> digests_of_file(const std::string& path,
                                                        const std::vector<std::string>& algorithms);

std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view hex);  // throws Error{bad_input}
bool is_sha256_hex(std::string_view text);   // 64 digits 0-9a-f

std::string random_hex(std::size_t bytes);

}  // namespace vanthu
