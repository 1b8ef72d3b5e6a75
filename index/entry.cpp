// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/entry.h"

#include <algorithm>
#include <cstdint>

#include "index/page_words.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::string Entry::*kStrings[] = {
    &Entry::id,   &Entry::number,  &Entry::date,   &Entry::issuer,
    &Entry::type, &Entry::subject, &Entry::urgent, &Entry::access,
};

constexpr std::string CitedPaper::*kCitedStrings[] = {
    &CitedPaper::number, &CitedPaper::title,    &CitedPaper::type,
    &CitedPaper::date,   &CitedPaper::relation,
};

std::vector<std::string> guesses(const Field& field) {
  std::vector<std::string> out;
  if (!field.value && !field.corrected)
    for (const Candidate& one : field.candidates) out.push_back(one.value);
  return out;
}

PageText page_text(const PageReading& page) {
  PageText out{page.page, page.text, {}};
  for (const PlacedWord& one : place_words(page))
    out.words.push_back({one.begin, one.end, one.word->box});
  return out;
}

class Packer {
 public:
  // Seven bits a byte, the lowest first.
  void count(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) out_ += static_cast<char>(n | 0x80);
    out_ += static_cast<char>(n);
  }
  // Small ones short, whatever their sign.
  void number(std::int64_t n) {
    count((static_cast<std::uint64_t>(n) << 1) ^ static_cast<std::uint64_t>(n >> 63));
  }
  void text(const std::string& text) {
    const std::string sound = is_utf8(text) ? "" : repair_utf8(text);
    const std::string& put = sound.empty() ? text : sound;
    count(put.size());
    out_ += put;
  }
  template <class List, class Put>
  void list(const List& list, Put put) {
    count(list.size());
    for (const auto& one : list) put(one);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view in) : in_(in) {}

  std::uint64_t count() {
    std::uint64_t out = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ >= in_.size()) fail();
      const auto byte = static_cast<unsigned char>(in_[at_++]);
      out |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return out;
    }
    fail();
  }
  std::int64_t number() {
    const std::uint64_t n = count();
    return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
  }
  std::string text() {
    const std::size_t size = fitting();
    at_ += size;
    return std::string(in_.substr(at_ - size, size));
  }
  // Each of a list takes a byte at least, so no count makes more room than there are bytes.
  template <class T, class Get>
  std::vector<T> list(Get get) {
    std::vector<T> out(fitting());
    for (T& one : out) one = get();
    return out;
  }
  void end() const {
    if (at_ != in_.size()) fail();
  }

 private:
  std::size_t fitting() {
    const std::uint64_t size = count();
    if (size > in_.size() - at_) fail();
    return static_cast<std::size_t>(size);
  }
  [[noreturn]] static void fail() {
    throw Error(Code::corrupt, "the index holds a damaged entry", "rebuild it: vanthu reindex");
  }

  std::string_view in_;
  std::size_t at_ = 0;
};

// Six whole numbers a word, each less that of the word before, so that they are short and alike.
void pack_words(const std::vector<WordBox>& words, Packer& out) {
  WordBox last;
  out.list(words, [&](const WordBox& word) {
    out.number(static_cast<std::int64_t>(word.begin - last.end));
    out.number(static_cast<std::int64_t>(word.end - word.begin));
    for (const int n : {word.box.x - last.box.right(), word.box.y - last.box.y, word.box.w,
                        word.box.h - last.box.h})
      out.number(n);
    last = word;
  });
}

std::vector<WordBox> unpack_words(Unpacker& in) {
  WordBox last;
  const auto next = [&] { return static_cast<int>(in.number()); };
  return in.list<WordBox>([&] {
    WordBox word;
    word.begin = last.end + static_cast<std::size_t>(in.number());
    word.end = word.begin + static_cast<std::size_t>(in.number());
    word.box.x = last.box.right() + next();
    word.box.y = last.box.y + next();
    word.box.w = next();
    word.box.h = last.box.h + next();
    return last = word;
  });
}

void pack_texts(const std::vector<std::string>& texts, Packer& out) {
  out.list(texts, [&](const std::string& text) { out.text(text); });
}

std::vector<std::string> unpack_texts(Unpacker& in) {
  return in.list<std::string>([&] { return in.text(); });
}

CitedPaper unpack_cited(Unpacker& in) {
  CitedPaper out;
  for (const auto string : kCitedStrings) out.*string = in.text();
  out.page = static_cast<int>(in.number());
  return out;
}

PageText unpack_page(Unpacker& in) {
  PageText out;
  out.page = static_cast<int>(in.number());
  out.text = in.text();
  out.words = unpack_words(in);
  return out;
}

}  // namespace

Entry make_entry(const Reading& reading, const Dispatch& dispatch, std::string access) {
  Entry out;
  out.id = dispatch.id;
  out.number = dispatch.number.value.value_or("");
  out.date = dispatch.date.value.value_or("");
  out.issuer = dispatch.issuer.value.value_or("");
  out.type = dispatch.type.value.value_or("");
  out.subject = dispatch.subject.value.value_or("");
  out.urgent = dispatch.urgent.value.value_or("");
  out.access = std::move(access);
  out.numbers = guesses(dispatch.number);
  out.dates = guesses(dispatch.date);
  for (const Citation& cite : dispatch.cites)
    out.cites.push_back({cite.number, cite.title, cite.type, cite.date, cite.relation, cite.page});
  for (const PageReading& page : reading.pages)
    if (std::find(dispatch.pages.begin(), dispatch.pages.end(), page.page) != dispatch.pages.end())
      out.pages.push_back(page_text(page));
  return out;
}

std::string pack(const Entry& entry) {
  Packer out;
  for (const auto string : kStrings) out.text(entry.*string);
  pack_texts(entry.numbers, out);
  pack_texts(entry.dates, out);
  out.list(entry.cites, [&](const CitedPaper& cited) {
    for (const auto string : kCitedStrings) out.text(cited.*string);
    out.number(cited.page);
  });
  out.list(entry.pages, [&](const PageText& page) {
    out.number(page.page);
    out.text(page.text);
    pack_words(page.words, out);
  });
  return out.take();
}

Entry unpack(std::string_view packed) {
  Unpacker in(packed);
  Entry out;
  for (const auto string : kStrings) out.*string = in.text();
  out.numbers = unpack_texts(in);
  out.dates = unpack_texts(in);
  out.cites = in.list<CitedPaper>([&] { return unpack_cited(in); });
  out.pages = in.list<PageText>([&] { return unpack_page(in); });
  in.end();
  return out;
}

}  // namespace vanthu
