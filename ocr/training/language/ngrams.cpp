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

std::size_t place(const Table& table, Key key) {
  return static_cast<std::size_t>(find(table, key) - table.data());
}

struct Pruned {
  const Table &three, &two;
  const std::vector<double>& one;
  std::vector<bool> keep_three, keep_two;
  std::vector<double> weight_one;  // of each unigram as a history

  double below_two(Key key) const { return one[last(key)]; }
  double below_three(Key key) const {
    const std::size_t at = place(two, key & 0xFFFFFFFF);
    return keep_two[at] ? two[at].prob : weight_one[history(two[at].key)] * one[last(key)];
  }
};

// What is left to weigh once it is known what stays: Katz' weights, of what is really below.
void weigh_unigrams(Pruned& p) {
  p.weight_one.assign(p.one.size(), 1);
  each_history(p.two, [&](std::size_t from, std::size_t to) {
    p.weight_one[history(p.two[from].key)] =
        weight(p.two, from, to, p.keep_two, [&](Key key) { return p.below_two(key); });
  });
}

Ngrams laid_out(const Pruned& p) {
  Ngrams out;
  for (const double prob : p.one) out.unigram.push_back(log_of(prob));
  for (const double w : p.weight_one) out.unigram_weight.push_back(log_of(w));
  out.first_bigram.assign(p.one.size() + 1, 0);
  const auto below = [&](Key key) { return p.below_three(key); };
  std::size_t at = 0;
  for (std::size_t i = 0; i < p.two.size(); ++i) {
    const Key key = p.two[i].key;
    if (!p.keep_two[i]) continue;
    ++out.first_bigram[history(key) + 1];
    while (at < p.three.size() && history(p.three[at].key) < key) ++at;
    std::size_t to = at;
    while (to < p.three.size() && history(p.three[to].key) == key) ++to;
    out.bigrams.push_back({last(key), log_of(p.two[i].prob),
                           log_of(weight(p.three, at, to, p.keep_three, below)),
                           static_cast<std::uint32_t>(out.trigrams.size())});
    for (; at < to; ++at)
      if (p.keep_three[at])
        out.trigrams.push_back({last(p.three[at].key), log_of(p.three[at].prob)});
  }
  for (std::size_t w = 0; w < p.one.size(); ++w) out.first_bigram[w + 1] += out.first_bigram[w];
  out.bigrams.push_back({0, 0, 0, static_cast<std::uint32_t>(out.trigrams.size())});
  return out;
}

}  // namespace

Ngrams count_ngrams(const std::vector<Token>& stream, std::size_t words,
                    const NgramOptions& options) {
  Table three = runs(sorted_trigrams(stream));
  Table two = lower_order(three, 0xFFFFFFFF, options.kneser_ney);
  const std::vector<double> one = unigrams(lower_order(two, 0xFFFF, options.kneser_ney), words);
  const auto below_two = [&](Key key) { return one[last(key)]; };
  const auto below_three = [&](Key key) { return two[place(two, key & 0xFFFFFFFF)].prob; };
  smooth(two, below_two);
  smooth(three, below_three);

  Pruned pruned{three,
                two,
                one,
                kept_of(three, options.keep_trigram, below_three),
                kept_of(two, options.keep_bigram, below_two),
                {}};
  for (std::size_t i = 0; i < three.size(); ++i)  // a trigram's history must be there
    if (const Key h = history(three[i].key); pruned.keep_three[i] && find(two, h))
      pruned.keep_two[place(two, h)] = true;
  weigh_unigrams(pruned);
  return laid_out(pruned);
}

}  // namespace vanthu::language
