// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/digest.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <memory>

#include "pipeline/error.h"

namespace vanthu {
namespace {

void ready() {
  static const int once = sodium_init();  // -1 only where there is no source of chance
  if (once < 0) throw Error(Code::internal, "libsodium cannot start");
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  return to_hex({reinterpret_cast<const char*>(bytes), size});
}

// One running digest: fed with pieces, asked once for its hex.
struct Running {
  std::function<void(const unsigned char*, std::size_t)> feed;
  std::function<std::string()> finish;
};

std::optional<Running> start(const std::string& algorithm) {
  if (algorithm == "sha256") {
    auto state = std::make_shared<crypto_hash_sha256_state>();
    crypto_hash_sha256_init(state.get());
    return Running{[state](auto* p, auto n) { crypto_hash_sha256_update(state.get(), p, n); },
                   [state] {
                     std::array<unsigned char, crypto_hash_sha256_BYTES> out{};
                     crypto_hash_sha256_final(state.get(), out.data());
                     return hex(out.data(), out.size());
                   }};
  }
  if (algorithm == "sha512") {
    auto state = std::make_shared<crypto_hash_sha512_state>();
    crypto_hash_sha512_init(state.get());
    return Running{[state](auto* p, auto n) { crypto_hash_sha512_update(state.get(), p, n); },
                   [state] {
                     std::array<unsigned char, crypto_hash_sha512_BYTES> out{};
                     crypto_hash_sha512_final(state.get(), out.data());
                     return hex(out.data(), out.size());
                   }};
  }
  if (algorithm == "blake2b-512") {
    auto state = std::make_shared<crypto_generichash_state>();
    crypto_generichash_init(state.get(), nullptr, 0, 64);
    return Running{[state](auto* p, auto n) { crypto_generichash_update(state.get(), p, n); },
                   [state] {
                     std::array<unsigned char, 64> out{};
                     crypto_generichash_final(state.get(), out.data(), out.size());
                     return hex(out.data(), out.size());
                   }};
  }
  return std::nullopt;
}

std::string digest_of(std::string_view bytes, const char* algorithm) {
  ready();
  Running running = *start(algorithm);
  running.feed(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return running.finish();
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return digest_of(bytes, "sha256"); }
std::string sha512_hex(std::string_view bytes) { return digest_of(bytes, "sha512"); }

std::vector<std::optional<std::string>> digests_of_file(
    const std::string& path, const std::vector<std::string>& algorithms) {
  ready();
  std::vector<std::optional<Running>> running;
  for (const std::string& algorithm : algorithms) running.push_back(start(algorithm));
  std::ifstream in(path, std::ios::binary);
  std::vector<char> piece(1 << 20);
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    for (auto& one : running)
      if (one) one->feed(reinterpret_cast<const unsigned char*>(piece.data()), in.gcount());
  }
  if (!in.eof()) throw Error(Code::io, "cannot read " + path);
  std::vector<std::optional<std::string>> out;
  for (auto& one : running)
    out.push_back(one ? std::optional<std::string>(one->finish()) : std::nullopt);
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
  std::string out(text.size() / 2, '\0');
  std::size_t size = 0;
  if (sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                     text.size(), nullptr, &size, nullptr) != 0 ||
      size * 2 != text.size())
    throw Error(Code::bad_input, "not hexadecimal: " + std::string(text.substr(0, 40)));
  return out;
}

bool is_sha256_hex(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string random_hex(std::size_t bytes) {
  ready();
  std::string out(bytes, '\0');
  randombytes_buf(out.data(), out.size());
  return to_hex(out);
}

}  // namespace vanthu
