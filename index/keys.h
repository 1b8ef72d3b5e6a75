// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed on the keys while the input method was off: "quyeets ddinhj" (Telex), "quye61t
// d9i5nh" (VNI). Pure; safe from any thread.
#pragma once
#include <string>
#include <string_view>

namespace vanthu {

// `query` with every word that its keys make a Vietnamese syllable of written as that syllable; the
// query itself when there is none. Names of fields and signs stay.
std::string read_keys(std::string_view query);

// One word: "ddinhj" -> "định"; empty when the keys make no syllable with marks.
std::string read_telex(std::string_view word);
std::string read_vni(std::string_view word);

// The syllable with these letters and the tone 0..5 of canonical() on the letter where it is
// usually written: ("hoa", 1) -> "hòa", ("quyêt", 2) -> "quyết".
std::string with_tone(std::string_view letters, int tone);

}  // namespace vanthu
