// SPDX-License-Identifier: GPL-3.0-or-later
// Every change the archive makes to the disk goes through here, so that it is durable (fsync of the
// file and of its folder) and so that a test can stop the program before any single step.
// Paths are bytes. Every function throws Error{io} naming the path.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::files {

// A new file with these bytes, on the disk when this returns (its folder is not: sync_folder).
void write(const std::string& path, std::string_view bytes, unsigned permissions = 0644);
std::string read(const std::string& path);
bool exists(const std::string& path);
bool is_folder(const std::string& path);

// Each missing folder of `path`, each entered in its parent for good.
void make_folders(const std::string& path);
void move(const std::string& from, const std::string& to);  // same file system; `to` is replaced
void sync_folder(const std::string& path);
void remove_tree(const std::string& path);                   // nothing there is no error
std::vector<std::string> names_in(const std::string& path);  // sorted by bytes; no . and ..

std::string join(const std::string& folder, const std::string& name);
std::string parent_of(const std::string& path);
std::string name_of(const std::string& path);

// For tests: called with the name of the step ("write" "move" …) and its path before each change;
// what it throws goes to the caller, as if the program had been killed there. Empty: nothing.
using StepHook = std::function<void(std::string_view step, const std::string& path)>;
void set_step_hook(StepHook hook);
void step(std::string_view name, const std::string& path);

}  // namespace vanthu::files
