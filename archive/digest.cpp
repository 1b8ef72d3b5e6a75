// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/digest.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr std::size_t kPiece = 1 << 20;  // of a file, in memory at once

// Our name, which is OCFL's, and OpenSSL's.
const std::map<std::string, const char*, std::less<>>& known() {
  static const std::map<std::string, const char*, std::less<>> names = {
      {"md5", "MD5"},
      {"sha1", "SHA1"},
      {"sha256", "SHA256"},
      {"sha512", "SHA512"},
      {"sha512/256", "SHA512-256"},
      {"blake2b-512", "BLAKE2B-512"}};
  return names;
}

// One running digest: fed with pieces, asked once for its hex.
class Running {
 public:
  explicit Running(const char* name) : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> kind(EVP_MD_fetch(nullptr, name, nullptr),
                                                          EVP_MD_free);
    check(context_ && kind && EVP_DigestInit_ex(context_.get(), kind.get(), nullptr) == 1);
  }
  void feed(std::string_view bytes) {
    check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }
  std::string finish() {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    check(EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(out.data()), &size) ==
          1);
    return to_hex(std::string_view(out).substr(0, size));
  }

 private:
  static void check(bool done) {
    if (!done) throw Error(Code::internal, "OpenSSL cannot compute a digest");
  }
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

std::string digest_of(std::string_view bytes, const char* name) {
  Running running(name);
  running.feed(bytes);
  return running.finish();
}

int value_of(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return digest_of(bytes, "SHA256"); }
std::string sha512_hex(std::string_view bytes) { return digest_of(bytes, "SHA512"); }

std::vector<std::optional<std::string>> digests_of_file(
    const std::string& path, const std::vector<std::string>& algorithms) {
  std::map<std::string, Running> running;  // one for each, however often it is asked for
  for (const std::string& algorithm : algorithms)
    if (const auto name = known().find(algorithm); name != known().end())
      running.try_emplace(algorithm, name->second);
  std::ifstream in(path, std::ios::binary);
  std::string piece(kPiece, '\0');
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    for (auto& [algorithm, one] : running)
      one.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (!in.eof()) throw Error(Code::io, "cannot read " + path);
  std::map<std::string, std::string> done;
  for (auto& [algorithm, one] : running) done[algorithm] = one.finish();
  std::vector<std::optional<std::string>> out;
  for (const std::string& algorithm : algorithms)
    out.push_back(done.contains(algorithm) ? std::optional(done[algorithm]) : std::nullopt);
  return out;
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::string from_hex(std::string_view text) {
  const auto fail = [&] {
    return Error(Code::bad_input, "not hexadecimal: " + std::string(text.substr(0, 40)));
  };
  if (text.size() % 2 != 0) throw fail();
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const int high = value_of(text[at]), low = value_of(text[at + 1]);
    if (high < 0 || low < 0) throw fail();
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

bool is_sha256_hex(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string random_hex(std::size_t bytes) {
  std::string out(bytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size())) != 1)
    throw Error(Code::internal, "there is no source of chance");
  return to_hex(out);
}

}  // namespace vanthu
