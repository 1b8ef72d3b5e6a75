// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "archive/review.h"
#include "cli/dates.h"
#include "cli/labels.h"
#include "cli/messages.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kLabel = 20;      // columns for the names of the fields
constexpr std::size_t kCandidates = 4;  // more is a list to search, not to choose from

std::string mark() { return styled("?", Style::yellow); }

bool is_date(std::string_view field) { return field == "date" || field == "due"; }

// Titles stand in several lines on paper: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC".
std::string on_one_line(const std::string& value) {
  std::string out;
  for (const char c : value) out += c == '\n' ? std::string(" / ") : std::string(1, c);
  return safe(out);
}

std::string shown(std::string_view field, const std::string& value) {
  return is_date(field) ? safe(shown_date(value)) : on_one_line(value);
}

// "3795 (62 %) · 3796 (20 %)"
std::string candidates_text(std::string_view field, const std::vector<Candidate>& candidates) {
  std::vector<std::string> parts;
  for (const Candidate& c : candidates) {
    if (parts.size() == kCandidates) break;
    parts.push_back(fmt::format("{} ({})", shown(field, c.value), percent(c.confidence)));
  }
  return join(parts, " · ");
}

std::string line_of(const std::string& label, const std::string& value) {
  return "  " + padded(label, kLabel) + value + '\n';
}

bool doubtful(const Field& f) {
  return f.value && f.confidence < kTrusted && f.status != Status::corrected;
}

std::string value_text(std::string_view name, const Field& f, bool in_doubt) {
  std::string out = f.value ? shown(name, *f.value) : "—";
  if (in_doubt || doubtful(f)) out += ' ' + mark();
  return out;
}

std::string where(const Field& f) { return f.page > 0 ? say(M::show_page, f.page) : std::string(); }

std::string evidence_text(const Field& f) {
  std::vector<std::string> parts;
  for (const Evidence& e : f.evidence) {
    if (e.value == f.value || e.value == f.raw) continue;  // said already
    parts.push_back(e.value.empty() ? safe(e.source)
                                    : fmt::format("{}: {}", safe(e.source), on_one_line(e.value)));
  }
  return join(parts, " · ");
}

std::string full_field(const char* name, const Field& f, bool in_doubt) {
  std::string state = status_label(f.status);
  if (f.value) state += ", " + percent(f.confidence);
  if (const std::string at = where(f); !at.empty()) state += ", " + at;
  std::string out = line_of(field_label(name), value_text(name, f, in_doubt) + "  " +
                                                   styled('(' + state + ')', Style::dim));
  const auto more = [&](M label, const std::string& value) {
    if (!value.empty())
      out += "  " + std::string(kLabel, ' ') + styled(text(label), Style::dim) + ' ' + value + '\n';
  };
  more(M::show_raw, on_one_line(f.raw));
  more(M::show_candidates, candidates_text(name, f.candidates));
  more(M::show_evidence, evidence_text(f));
  if (f.corrected)
    more(M::show_corrected, safe(f.corrected->by + ", " + shown_time(f.corrected->at)));
  return out;
}

std::string brief_field(const char* name, const Field& f, bool in_doubt) {
  if (!f.value && !in_doubt) return {};
  std::string value = value_text(name, f, in_doubt);
  if (doubtful(f)) value += styled(fmt::format("  {}", percent(f.confidence)), Style::dim);
  if (!f.value && !f.candidates.empty())
    value += "  " + say(M::show_perhaps, candidates_text(name, f.candidates));
  return line_of(field_label(name), value);
}

std::string texts_of(const std::vector<Field>& fields) {
  std::vector<std::string> parts;
  for (const Field& f : fields)
    if (f.value) parts.push_back(on_one_line(*f.value) + (doubtful(f) ? ' ' + mark() : ""));
  return join(parts, "; ");
}

std::string copies_text(const Dispatch& d) {
  std::vector<Field> fields;
  for (const Copy& copy : d.copies) {
    fields.push_back(copy.who);
    auto& value = fields.back().value;
    if (value && !copy.purpose.empty() && value->find(copy.purpose) == std::string::npos)
      *value += " (" + copy.purpose + ')';
  }
  return texts_of(fields);
}

std::string stamp_text(const Stamp& stamp) {
  const auto part = [](std::string_view name, const Field& f) {
    return f.value ? value_text(name, f, false) : std::string("—");
  };
  return say(M::show_stamp_line, part("receiver", stamp.receiver), part("number", stamp.number),
             part("date", stamp.date));
}

std::string cites_text(const Dispatch& d) {
  std::vector<std::string> parts;
  for (const Citation& c : d.cites) {
    const std::string one = safe(c.number.empty() ? c.title : c.number);
    if (!one.empty() && std::ranges::find(parts, one) == parts.end()) parts.push_back(one);
  }
  return join(parts, "; ");
}

std::string lists_of(const Dispatch& d) {
  std::string out;
  const auto add = [&](M label, const std::string& value) {
    if (!value.empty()) out += line_of(text(label), value);
  };
  add(M::show_to, texts_of(d.to));
  add(M::show_copies, copies_text(d));
  for (const Stamp& stamp : d.stamps) add(M::show_stamp, stamp_text(stamp));
  add(M::show_cites, cites_text(d));
  return out;
}

// dispatch and field -> the likeliest of its candidates
using Guesses = std::map<std::pair<std::string, std::string>, std::string>;

Guesses guesses_of(const std::vector<ReviewRow>& review) {
  Guesses out;
  for (const ReviewRow& row : review)
    if (!row.doubt.candidates.empty())
      out[{row.dispatch, row.doubt.field}] = row.doubt.candidates.front().value;
  return out;
}

std::string cell(const DispatchRow& row, const char* field, const std::string& value,
                 const Guesses& guesses) {
  if (std::ranges::find(row.doubtful, field) == row.doubtful.end()) return shown(field, value);
  if (!value.empty()) return shown(field, value) + " ?";
  const auto guess = guesses.find({row.id, field});
  return guess == guesses.end() ? "?" : '(' + shown(field, guess->second) + ") ?";
}

}  // namespace

std::string percent(double confidence) {
  // Never rounded up to certainty: 99.7 % is not 100 %.
  return fmt::format("{} %", static_cast<int>(std::floor(confidence * 100 + 1e-9)));
}

std::string page_list(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (!out.empty()) out += ", ";
    out += last == i ? fmt::format("{}", pages[i]) : fmt::format("{}-{}", pages[i], pages[last]);
    i = last + 1;
  }
  return out;
}

std::string fault_lines(const std::vector<Fault>& faults) {
  std::string out;
  for (const Fault& fault : faults)
    out += fmt::format("{}  {}  {}\n", safe(fault.code), safe(fault.object), safe(fault.message));
  return out;
}

std::string describe(const Dispatch& d, Detail detail) {
  const std::vector<Doubt> doubts = doubts_of(d);
  std::string out = styled(safe(d.id), Style::bold) + "  " + say(M::show_pages, page_list(d.pages));
  if (d.attached_to) out += "  " + say(M::show_attached, safe(*d.attached_to));
  if (!d.complete) out += "  " + styled(text(M::show_incomplete), Style::yellow);
  out += '\n';
  for (const NamedField& named : named_fields()) {
    const Field& f = d.*named.field;
    const bool in_doubt =
        std::ranges::any_of(doubts, [&](const Doubt& doubt) { return doubt.field == named.name; });
    out += detail == Detail::full ? full_field(named.name, f, in_doubt)
                                  : brief_field(named.name, f, in_doubt);
  }
  return out + lists_of(d);
}

std::string dispatch_table(const std::vector<DispatchRow>& rows,
                           const std::vector<ReviewRow>& review, std::size_t columns,
                           const Replaced& replaced) {
  const Guesses guesses = guesses_of(review);
  Table table;
  table.heads = {"ID", text(M::head_number), text(M::head_date), text(M::head_issuer),
                 text(M::head_subject)};
  table.flexible = {false, true, false, true, true};
  for (const DispatchRow& row : rows) {
    const auto better = replaced.find(row.id);
    const std::string note =
        better == replaced.end() ? "" : '[' + replaced_label(better->second) + "] ";
    table.rows.push_back({safe(row.id), cell(row, "number", row.number, guesses),
                          cell(row, "date", row.date, guesses),
                          cell(row, "issuer", row.issuer, guesses),
                          note + cell(row, "subject", row.subject, guesses)});
  }
  return render(table, columns);
}

}  // namespace vanthu::cli
