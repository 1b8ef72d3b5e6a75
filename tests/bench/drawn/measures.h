// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of this bench. Each prints its table on standard output, tabs between cells.
#pragma once
#include <string>

namespace vanthu::bench {

// How often numbers and dates are right that are given with a confidence: on `count` drawn first
// pages, and on heads into which the labelled rows of the validation part of `crops` are set (a
// folder with labels.tsv; empty: none).
void measure_reliability(int count, const std::string& crops);

// How many of `count` drawn files of each kind of bundle are split, linked and named right.
void measure_bundles(int count);

// The character error of `count` drawn papers under each trouble of paper and scanner, with the
// step that is there for it and without.
void measure_troubles(int count);

// Of `count` drawn papers with a mark of secrecy how many are stopped, and of as many without one,
// which bear other stamps and words, how many are.
void measure_secrecy(int count);

// Number and date of the arrival stamps of `count` drawn papers.
void measure_arrivals(int count);

// What is read of `papers` drawn papers of each era, how sure of it the reading is, and how often
// it is sure and wrong.
void measure_eras(int papers);

}  // namespace vanthu::bench
