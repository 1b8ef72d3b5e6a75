// SPDX-License-Identifier: GPL-3.0-or-later
// Where files with a secrecy mark go: a folder of the intake machine, outside every archive, for
// its owner's eyes alone, with a notice in Vietnamese beside each file. Nothing is written
// elsewhere.
#pragma once
#include <string>

namespace vanthu {

// Throws Error{config} when `folder` is empty or lies inside the archive at `archive`.
void check_quarantine(const std::string& folder, const std::string& archive);

// Puts the file `path`, whose bytes were read already, into `folder` under its own name (numbered
// when that is taken). `move`: and takes it away from where it was, once the copy is on the disk.
// Returns where it lies. Throws Error{io}.
std::string quarantine(const std::string& path, const std::string& bytes, const std::string& folder,
                       bool move);

}  // namespace vanthu
