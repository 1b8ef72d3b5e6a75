// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read.h"

#include <sodium.h>

#include <utility>

#include "pipeline/fields/fields.h"
#include "pipeline/read_page.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string out(size * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, size);
  out.pop_back();
  return out;
}

std::string sha256(const std::string& bytes) {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hex(digest, sizeof digest);
}

void name_file(Reading& reading, const std::string& name) {
  reading.file = repair_utf8(name);
  if (!is_utf8(name))
    reading.file_bytes = hex(reinterpret_cast<const unsigned char*>(name.data()), name.size());
}

void to_raster(Field& field, const std::vector<OcrPage>& pages) {
  if (field.page < 1 || field.page > static_cast<int>(pages.size())) return;
  for (Box& box : field.boxes) box = apply(pages[field.page - 1].to_raster, box);
}

void to_raster(Stamp& stamp, const std::vector<OcrPage>& pages) {
  for (Field* f : {&stamp.receiver, &stamp.number, &stamp.date, &stamp.transfer, &stamp.file_code})
    to_raster(*f, pages);
  stamp.box = apply(pages.at(stamp.page - 1).to_raster, stamp.box);
}

// Fields are decided on upright pages; the reading speaks of the raster alone.
void to_raster(Dispatch& d, const std::vector<OcrPage>& pages) {
  for (const NamedField& named : named_fields()) to_raster(d.*named.field, pages);
  for (Field& to : d.to) to_raster(to, pages);
  for (Copy& copy : d.copies) to_raster(copy.who, pages);
  for (Signer& s : d.signers) to_raster(s.name, pages), to_raster(s.title, pages);
  for (Stamp& stamp : d.stamps) to_raster(stamp, pages);
  for (Citation& c : d.cites) c.box = apply(pages.at(c.page - 1).to_raster, c.box);
}

PageReading page_reading(const OcrPage& page, const PageRead& read, const std::string& role) {
  PageReading out{
      page.number,   read.width, read.height, read.dpi,
      page.rotation, page.skew,  role,        read.visible_text ? "visible_text" : "scan",
      page.warnings, {},         page.lines};
  for (Line& line : out.lines) {
    if (line.region != Region::stamp) out.text += text_of(line) + '\n';
    line.box = apply(page.to_raster, line.box);
    for (Word& word : line.words) word.box = apply(page.to_raster, word.box);
  }
  return out;
}

void name_dispatches(Reading& reading) {
  const std::string stem = reading.sha256.substr(0, 12) + '.';
  for (std::size_t i = 0; i < reading.dispatches.size(); ++i) {
    Dispatch& d = reading.dispatches[i];
    d.id = stem + std::to_string(i + 1);
    if (d.attached_to) d.attached_to = stem + std::to_string(std::stoi(*d.attached_to) + 1);
  }
}

}  // namespace

Reading read(const Scan& scan, const Stages& stages) {
  std::vector<OcrPage> pages;
  std::vector<PageRead> reads;  // their `page` moved to `pages`
  load_pages(scan, stages.intake, [&](Page&& page, int count) {
    const int number = page.number;
    reads.push_back(read_page(std::move(page), stages));
    pages.push_back(std::move(reads.back().page));
    if (stages.progress) stages.progress(number, count);
  });

  Understood understood = understand(pages, repair_utf8(scan.name));
  Reading reading{stages.made_by, {}, {}, sha256(scan.bytes), {}, std::move(understood.dispatches)};
  name_file(reading, scan.name);
  for (std::size_t i = 0; i < reads.size(); ++i)
    reading.pages.push_back(page_reading(pages[i], reads[i], understood.roles[i]));
  for (Dispatch& dispatch : reading.dispatches) to_raster(dispatch, pages);
  name_dispatches(reading);
  return reading;
}

}  // namespace vanthu
