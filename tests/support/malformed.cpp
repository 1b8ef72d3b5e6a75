// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/malformed.h"

#include <cstdint>

#include "tests/support/encode.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

using namespace std::string_literals;

std::string first(const std::string& bytes, double share) {
  return bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * share));
}

std::string with(std::string bytes, std::size_t at, const std::string& patch) {
  return bytes.replace(at, patch.size(), patch);
}

std::string big(std::uint32_t v) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(v >> shift);
  return out;
}

std::string little(std::uint32_t v) {
  const std::string out = big(v);
  return {out.rbegin(), out.rend()};
}

std::string little16(std::uint32_t v) { return little(v).substr(0, 2); }

std::uint32_t crc(const std::string& bytes) {  // PNG, annex D
  std::uint32_t c = 0xffffffff;
  for (const char byte : bytes) {
    c ^= static_cast<std::uint8_t>(byte);
    for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xedb88320 ^ (c >> 1) : c >> 1;
  }
  return ~c;
}

std::string chunk(const std::string& kind, const std::string& data) {
  return big(static_cast<std::uint32_t>(data.size())) + kind + data + big(crc(kind + data));
}

std::string png_with(std::uint32_t width, std::uint32_t height, const std::string& rest) {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big(width) + big(height) + "\x08\x02\0\0\0"s) + rest;
}

struct Entry {
  std::uint32_t tag, type, value;  // count 1
};

// One little-endian directory of 8-bit greys, its pixels said to lie at `data`.
std::string tiff_directory(std::uint32_t width, std::uint32_t height, std::uint32_t bits,
                           std::uint32_t data, std::uint32_t next) {
  const Entry entries[] = {{256, 4, width}, {257, 4, height}, {258, 3, bits},
                           {259, 3, 1},     {262, 3, 1},      {273, 4, data},
                           {277, 3, 1},     {278, 4, height}, {279, 4, 4}};
  std::string out = little16(std::size(entries));
  for (const Entry& e : entries)
    out += little16(e.tag) + little16(e.type) + little(1) + little(e.value);
  return out + little(next);
}

const std::string kTiffHead = "II*\0\x08\0\0\0"s;
constexpr std::uint32_t kDirectoryBytes = 2 + 9 * 12 + 4;

std::string tiff_with(std::uint32_t width, std::uint32_t height, std::uint32_t bits = 8,
                      std::uint32_t data = 8 + kDirectoryBytes, std::uint32_t next = 0) {
  return kTiffHead + tiff_directory(width, height, bits, data, next) + "\x10\x80\xc0\xf0";
}

void add_jpegs(std::vector<Malformed>& out) {
  const std::string good = jpeg_of(drawn_page(90, 120, 3), {.dpi = 150});
  const std::string progressive = jpeg_of(drawn_page(90, 120, 3), {.progressive = true});
  const std::size_t frame = good.find("\xff\xc0"), tables = good.find("\xff\xc4");
  const std::size_t scan = good.find("\xff\xda");
  out.push_back({"jpeg three bytes.jpg", good.substr(0, 3)});
  out.push_back({"jpeg cut in the tables.jpg", good.substr(0, tables + 9)});
  out.push_back({"jpeg cut before the pixels.jpg", good.substr(0, scan + 14)});
  out.push_back({"jpeg cut in half.jpg", first(good, 0.5)});
  out.push_back({"jpeg cut near the end.jpg", first(good, 0.9)});
  out.push_back({"jpeg progressive cut.jpg", first(progressive, 0.7)});
  out.push_back({"jpeg progressive without its last bytes.jpg",
                 progressive.substr(0, progressive.size() - 2)});
  out.push_back(
      {"jpeg without end marker.jpg", good.substr(0, good.size() - 2), Expected::readable});
  out.push_back({"jpeg with bytes after it.jpg", good + "tail of a mail", Expected::readable});
  out.push_back({"jpeg of 65500 x 65500.jpg", with(good, frame + 5, "\xff\xdc\xff\xdc")});
  out.push_back({"jpeg without width.jpg", with(good, frame + 7, "\0\0"s)});
  out.push_back({"jpeg of 13 bits.jpg", with(good, frame + 4, "\x0d")});
  out.push_back(
      {"jpeg with a bad Huffman table.jpg", with(good, tables + 5, std::string(16, '\xff'))});
  out.push_back({"jpeg with noise for pixels.jpg",
                 with(good, scan + 14, std::string((good.size() - scan) / 2, '\xa5')),
                 Expected::readable});
  out.push_back({"jpeg head and garbage.jpg", "\xff\xd8\xff\xe0 no more than this"});
}

void add_pngs(std::vector<Malformed>& out) {
  const std::string good = png_of(drawn_page(90, 120, 3));
  const std::size_t data = good.find("IDAT");
  out.push_back({"png signature alone.png", good.substr(0, 8)});
  out.push_back({"png cut in its header.png", good.substr(0, 20)});
  out.push_back({"png cut in half.png", first(good, 0.5)});
  out.push_back({"png without its end.png", good.substr(0, good.size() - 12)});
  out.push_back({"png of 60000 x 60000.png", png_with(60000, 60000, chunk("IDAT", "x"))});
  out.push_back({"png of 12000 x 12000 in a few bytes.png",
                 png_with(12000, 12000, chunk("IDAT", "x") + chunk("IEND", ""))});
  out.push_back({"png without width.png", png_with(0, 5, chunk("IDAT", "x"))});
  out.push_back({"png without pixels.png", png_with(5, 5, chunk("IEND", ""))});
  out.push_back({"png with a wrong sum.png", with(good, 29, "abcd")});
  out.push_back({"png with noise for pixels.png", with(good, data + 12, std::string(40, '\xa5'))});
  out.push_back({"png with bytes after it.png", good + "tail", Expected::readable});
}

void add_packed_tiffs(std::vector<Malformed>& out) {
  const Image page = bilevel_page(160, 200);
  const std::string plain = tiff_of({{.image = page}});
  const std::string g4 = tiff_of({{.image = page, .packing = TiffPacking::g4, .bits = 1}});
  const std::string lzw = tiff_of({{.image = page, .packing = TiffPacking::lzw}});
  const std::string jpeg = tiff_of({{.image = page, .packing = TiffPacking::jpeg}});
  const std::string two = tiff_of({{.image = page}, {.image = page}});
  for (const auto& [name, bytes] : {std::pair{"plain"s, plain},
                                    {"g4"s, g4},
                                    {"lzw"s, lzw},
                                    {"jpeg"s, jpeg},
                                    {"two pages"s, two}})
    for (const int percent : {30, 60, 95})
      out.push_back({"tiff " + name + " cut at " + std::to_string(percent) + ".tif",
                     first(bytes, percent / 100.0)});
  // The pixels lie between header and directory: as many zeros keep the offsets.
  out.push_back({"tiff g4 with zeros for pixels.tif", with(g4, 40, std::string(120, '\0'))});
}

void add_tiffs(std::vector<Malformed>& out) {
  const std::uint32_t second = 8 + kDirectoryBytes + 4;
  out.push_back({"tiff header alone.tif", "II*\0"s});
  out.push_back({"tiff with its directory beyond the end.tif", "II*\0\xff\xff\xff\0"s});
  out.push_back({"tiff of a million by a million.tif", tiff_with(1'000'000, 1'000'000)});
  out.push_back({"tiff of 90000 x 90000.tif", tiff_with(90'000, 90'000)});
  out.push_back({"tiff without width.tif", tiff_with(0, 2)});
  out.push_back({"tiff of 77 bits.tif", tiff_with(2, 2, 77)});
  out.push_back({"tiff with its pixels beyond the end.tif", tiff_with(2, 2, 8, 5'000'000)});
  out.push_back({"tiff with too few pixels.tif", tiff_with(50, 50)});
  out.push_back({"tiff looping on itself.tif", tiff_with(2, 2, 8, 8 + kDirectoryBytes, 8)});
  out.push_back(
      {"tiff looping in two steps.tif", tiff_with(2, 2, 8, 8 + kDirectoryBytes, second) +
                                            tiff_directory(2, 2, 8, 8 + kDirectoryBytes, 8)});
  out.push_back({"tiff with its second page beyond the end.tif",
                 tiff_with(2, 2, 8, 8 + kDirectoryBytes, 9'000)});
  out.push_back({"tiff with bytes after it.tif", tiff_with(2, 2) + "tail", Expected::readable});
  out.push_back({"tiff head and garbage.tif", "MM\0*no more than this, and no directory"s});
}

void add_strangers(std::vector<Malformed>& out) {
  const std::string pdf = pdf_of(drawn_page(90, 120, 3));
  out.push_back({"empty.pdf", ""});
  out.push_back({"empty.tif", ""});
  out.push_back({"one byte.jpg", "\xff"});
  out.push_back({"text.pdf", "Kính gửi: Sở Giáo dục và Đào tạo\n"});
  out.push_back({"page.html.pdf", "<!DOCTYPE html><title>404 Not Found</title>"});
  out.push_back(
      {"zip with a pdf.pdf", "PK\x03\x04\x14" + std::string(25, '\0') + "scan.pdf" + pdf});
  out.push_back({"tar with a pdf.pdf",
                 "scan.pdf" + std::string(249, '\0') + "ustar" + std::string(250, '\0') + pdf});
  out.push_back({"zeros.png", std::string(4096, '\0')});
  out.push_back({"really a jpeg.png", jpeg_of(drawn_page(90, 120, 3)), Expected::readable});
  out.push_back(
      {"really a tiff.pdf", tiff_of({{.image = drawn_page(90, 120, 1)}}), Expected::readable});
  out.push_back({"really a pdf.jpg", pdf, Expected::readable});
  out.push_back({"no extension", png_of(drawn_page(90, 120, 1)), Expected::readable});
}

}  // namespace

std::vector<Malformed> malformed_images() {
  std::vector<Malformed> out;
  add_jpegs(out);
  add_pngs(out);
  add_packed_tiffs(out);
  add_tiffs(out);
  add_strangers(out);
  return out;
}

std::vector<Malformed> malformed_files() {
  std::vector<Malformed> out = malformed_images();
  for (Malformed& file : malformed_pdfs()) out.push_back(std::move(file));
  return out;
}

}  // namespace vanthu
