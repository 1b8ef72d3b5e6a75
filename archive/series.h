// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive as a whole knows that speaks for a number or a date: numbers of one series
// (issuer, notation, year) rise with the date, loosely; other papers cite it. Only what was read
// for sure, or typed, is taken for known. Values; safe from any thread once filled.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu {

// "342/SYT-NVY" -> 342 and "/SYT-NVY"; serial 0: no number of that form.
struct Serial {
  int serial = 0;
  std::string notation;
};
Serial serial_of(const std::string& number);

// "SỞ Y TẾ|UBND TỈNH …|/SYT-NVY|2018"; empty: issuer or notation is not known,
// or no year, not even as a candidate.
std::string series_key(const Dispatch& dispatch, const std::string& number);

// A value that needs no clerk: trusted by the reading, or typed.
bool is_known(const Field& field);

struct SeriesPoint {
  std::string date;  // ISO, whole
  int serial = 0;
  std::string id;
};

// How far a number fits a day by the others of its series.
enum class Fit { unknown, fits, out_of_order };

class Series {
 public:
  void add(const SeriesPoint& point);
  // unknown: fewer than two others, none of them near, or a series that is not in order itself.
  // Slack: a fifth of the numbers between the nearest before and after, and three days.
  Fit fit(const SeriesPoint& asked) const;
  // The nearest before and after, for the evidence: "338 2018-03-20, 351 2018-04-02".
  std::string around(const SeriesPoint& asked) const;

 private:
  std::vector<SeriesPoint> without(const std::string& id) const;
  std::vector<SeriesPoint> points_;
};

// A citation of a number, by another paper.
struct CitedBy {
  std::string citing;  // id
  std::string date, issuer, citing_issuer, citing_parent;
};

struct ArchiveKnows {
  std::map<std::string, Series> series;               // by series_key
  std::map<std::string, std::vector<CitedBy>> cited;  // by number
};

// Which series and numbers are worth remembering: those of the doubtful.
struct Asked {
  std::set<std::string> series, numbers, notations;
};
void ask_about(const Dispatch& dispatch, Asked& asked);  // nothing when it has no doubt
void remember(const Dispatch& dispatch, const Asked& asked, ArchiveKnows& knows);

}  // namespace vanthu
