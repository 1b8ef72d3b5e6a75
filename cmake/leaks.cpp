// SPDX-License-Identifier: GPL-3.0-or-later
// What the leak checker passes over: memory that libraries of others keep until the process ends.
// The one list; it is built into every program of an address-sanitizer build and into no other.
extern "C" __attribute__((visibility("default"), used)) const char* __lsan_default_suppressions();

const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";  // one small table of fonts, for poppler and Pango
}
