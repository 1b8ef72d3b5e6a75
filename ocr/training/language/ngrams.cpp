// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/training/language/ngrams.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vanthu::language {
namespace {

using Key = std::uint64_t;  // two or three tokens, 16 bits each, the first the highest

Key key_of(Token a, Token b, Token c) { return Key{a} << 32 | Key{b} << 16 | c; }
Token last(Key key) { return static_cast<Token>(key & 0xFFFF); }
Key history(Key key) { return key >> 16; }

struct Counted {
  Key key = 0;
  double count = 0;  // what is smoothed: seen, or of how many different left neighbours
  double seen = 0;   // in the stream
  double prob = 0;   // interpolated
};
using Table = std::vector<Counted>;

// `keys` sorted. Equal ones become one.
Table runs(const std::vector<Key>& keys) {
  Table out;
  for (const Key key : keys) {
    if (out.empty() || out.back().key != key) out.push_back({key});
    ++out.back().seen;
  }
  for (Counted& c : out) c.count = c.seen;
  return out;
}

std::vector<Key> sorted_trigrams(const std::vector<Token>& stream) {
  std::vector<Key> keys;
  keys.reserve(stream.size());
  for (std::size_t i = 2; i < stream.size(); ++i)
    keys.push_back(key_of(stream[i - 2], stream[i - 1], stream[i]));
  std::sort(keys.begin(), keys.end());
  return keys;
}

// The order below: each key without its first token. Seen so often; counted once a left neighbour.
Table lower_order(const Table& upper, Key mask, bool continuations) {
  std::vector<Counted> all = upper;
  for (Counted& c : all) c.key &= mask;
  std::stable_sort(all.begin(), all.end(),
                   [](const Counted& a, const Counted& b) { return a.key < b.key; });
  Table out;
  for (const Counted& c : all) {
    if (out.empty() || out.back().key != c.key) out.push_back({c.key});
    out.back().seen += c.seen;
    out.back().count += continuations ? 1 : c.seen;
  }
  return out;
}

// The three discounts of modified Kneser-Ney, from how many were counted once, twice, …
std::array<double, 4> discounts(const Table& table) {
  std::array<double, 5> n{};
  for (const Counted& c : table)
    if (c.count <= 4) ++n[static_cast<std::size_t>(c.count)];
  if (n[1] * n[2] * n[3] == 0) return {0, 0.5, 0.5, 0.5};  // too few rare ones to tell
  const double y = n[1] / (n[1] + 2 * n[2]);
  return {0, 1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]};
}

double discount(const std::array<double, 4>& d, double count) {
  return d[static_cast<std::size_t>(std::min(count, 3.0))];
}

// Calls `see(from, to)` for each run of one history.
template <class See>
void each_history(const Table& table, See see) {
  for (std::size_t from = 0, to = 0; from < table.size(); from = to) {
    while (to < table.size() && history(table[to].key) == history(table[from].key)) ++to;
    see(from, to);
  }
}

const Counted* find(const Table& table, Key key) {
  const auto at = std::lower_bound(table.begin(), table.end(), key,
                                   [](const Counted& c, Key k) { return c.key < k; });
  return at == table.end() || at->key != key ? nullptr : &*at;
}

// Sets prob of every entry from the order below it.
template <class Below>
void smooth(Table& table, Below below) {
  const auto d = discounts(table);
  each_history(table, [&](std::size_t from, std::size_t to) {
    double sum = 0, saved = 0;
    for (std::size_t i = from; i < to; ++i)
      sum += table[i].count, saved += discount(d, table[i].count);
    for (std::size_t i = from; i < to; ++i)
      table[i].prob =
          (table[i].count - discount(d, table[i].count)) / sum + saved / sum * below(table[i].key);
  });
}

std::vector<double> unigrams(const Table& table, std::size_t words) {
  const auto d = discounts(table);
  double sum = 0, saved = 0;
  for (const Counted& c : table) sum += c.count, saved += discount(d, c.count);
  std::vector<double> out(words, saved / sum / static_cast<double>(words));
  for (const Counted& c : table) out[last(c.key)] += (c.count - discount(d, c.count)) / sum;
  return out;
}

// Katz' weight of the history of a run: what its kept entries leave, over what they leave below.
template <class Below>
double weight(const Table& table, std::size_t from, std::size_t to, const std::vector<bool>& kept,
              Below below) {
  double here = 1, there = 1;
  for (std::size_t i = from; i < to; ++i)
    if (kept[i]) here -= table[i].prob, there -= below(table[i].key);
  return std::max(here, 1e-6) / std::max(there, 1e-6);
}

// An entry stays when leaving it to the order below would cost more than `least` nats in all.
template <class Below>
std::vector<bool> kept_of(const Table& table, double least, Below below) {
  std::vector<bool> kept(table.size(), true);
  each_history(table, [&](std::size_t from, std::size_t to) {
    double here = 1;
    for (std::size_t i = from; i < to; ++i) here -= table[i].prob;
    double there = 1;
    for (std::size_t i = from; i < to; ++i) there -= below(table[i].key);
    const double backed = std::max(here, 1e-6) / std::max(there, 1e-6);
    for (std::size_t i = from; i < to; ++i)
      kept[i] = table[i].seen * std::log(table[i].prob / (backed * below(table[i].key))) > least;
  });
  return kept;
}

float log_of(double p) { return static_cast<float>(std::log(p)); }

}  // namespace

Ngrams count_ngrams(const std::vector<Token>& stream, std::size_t words,
                    const NgramOptions& options) {
  Table three = runs(sorted_trigrams(stream));
  Table two = lower_order(three, 0xFFFFFFFF, options.kneser_ney);
  const std::vector<double> one = unigrams(lower_order(two, 0xFFFF, options.kneser_ney), words);
  const auto below_two = [&](Key key) { return one[last(key)]; };
  smooth(two, below_two);
  const auto full_two = [&](Key key) { return find(two, key & 0xFFFFFFFF)->prob; };
  smooth(three, full_two);

  const std::vector<bool> keep_three = kept_of(three, options.keep_trigram, full_two);
  std::vector<bool> keep_two = kept_of(two, options.keep_bigram, below_two);
  for (std::size_t i = 0; i < three.size(); ++i)
    if (keep_three[i])
      if (const Counted* h = find(two, history(three[i].key)))
        keep_two[static_cast<std::size_t>(h - two.data())] = true;

  Ngrams out;
  for (const double p : one) out.unigram.push_back(log_of(p));
  std::vector<double> weight_one(words, 1);
  each_history(two, [&](std::size_t from, std::size_t to) {
    weight_one[history(two[from].key)] = weight(two, from, to, keep_two, below_two);
  });
  for (const double w : weight_one) out.unigram_weight.push_back(log_of(w));
  const auto pruned_two = [&](Key key) {
    const Counted* c = find(two, key & 0xFFFFFFFF);
    if (keep_two[static_cast<std::size_t>(c - two.data())]) return c->prob;
    return weight_one[history(key & 0xFFFFFFFF)] * one[last(key)];
  };

  out.first_bigram.assign(words + 1, 0);
  std::size_t at = 0;
  for (std::size_t i = 0; i < two.size(); ++i) {
    if (!keep_two[i]) continue;
    ++out.first_bigram[history(two[i].key) + 1];
    while (at < three.size() && history(three[at].key) < two[i].key) ++at;
    std::size_t to = at;
    while (to < three.size() && history(three[to].key) == two[i].key) ++to;
    out.bigrams.push_back({last(two[i].key), log_of(two[i].prob),
                           log_of(weight(three, at, to, keep_three, pruned_two)),
                           static_cast<std::uint32_t>(out.trigrams.size())});
    for (; at < to; ++at)
      if (keep_three[at]) out.trigrams.push_back({last(three[at].key), log_of(three[at].prob)});
  }
  for (std::size_t w = 0; w < words; ++w) out.first_bigram[w + 1] += out.first_bigram[w];
  out.bigrams.push_back({0, 0, 0, static_cast<std::uint32_t>(out.trigrams.size())});
  return out;
}

}  // namespace vanthu::language
