// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/reading_of.h"

#include <string>
#include <utility>

#include "pipeline/fields/fields.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

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
    for (Citation& cite : d.cites)
      if (cite.resolved) cite.resolved = stem + std::to_string(std::stoi(*cite.resolved) + 1);
  }
}

}  // namespace

Reading reading_of(const std::vector<PageRead>& reads, const std::string& name, Reading reading,
                   const std::string& today) {
  std::vector<OcrPage> pages;
  for (const PageRead& read : reads) pages.push_back(read.page);
  Understood understood = understand(pages, repair_utf8(name), today);
  for (std::size_t i = 0; i < reads.size(); ++i)
    reading.pages.push_back(page_reading(pages[i], reads[i], understood.roles[i]));
  reading.dispatches = std::move(understood.dispatches);
  for (Dispatch& dispatch : reading.dispatches) to_raster(dispatch, pages);
  name_dispatches(reading);
  return reading;
}

}  // namespace vanthu
