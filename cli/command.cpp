// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <array>

namespace vanthu::cli {
namespace {

constexpr auto kCommands = std::to_array<Command>({
    {"init", M::sum_init, M::about_init, Needs::none, declare_init},
    {"import", M::sum_import, M::about_import, Needs::write, declare_import},
    {"watch", M::sum_watch, M::about_watch, Needs::write, declare_watch},
    {"list", M::sum_list, M::about_list, Needs::read, declare_list},
    {"search", M::sum_search, M::about_search, Needs::read, declare_search},
    {"show", M::sum_show, M::about_show, Needs::read, declare_show},
    {"get", M::sum_get, M::about_get, Needs::read, declare_get},
    {"review", M::sum_review, M::about_review, Needs::read, declare_review},
    {"correct", M::sum_correct, M::about_correct, Needs::write, declare_correct},
    {"arrive", M::sum_arrive, M::about_arrive, Needs::write, declare_arrive},
    {"assign", M::sum_assign, M::about_assign, Needs::write, declare_assign},
    {"register", M::sum_register, M::about_register, Needs::read, declare_register},
    {"read", M::sum_read, M::about_read, Needs::none, declare_read},
    {"export", M::sum_export, M::about_export, Needs::read, declare_export, false},
    {"detach", M::sum_detach, M::about_detach, Needs::write, declare_detach, false},
    {"link", M::sum_link, M::about_link, Needs::write, declare_link, false},
    {"unlink", M::sum_unlink, M::about_unlink, Needs::write, declare_unlink, false},
    {"purge", M::sum_purge, M::about_purge, Needs::write, declare_purge, false},
    {"verify", M::sum_verify, M::about_verify, Needs::read, declare_verify, false},
    {"fields", M::sum_fields, M::about_fields, Needs::none, declare_fields, false},
    {"reindex", M::sum_reindex, M::about_reindex, Needs::write, declare_reindex, false},
    {"reread", M::sum_reread, M::about_reread, Needs::write, declare_reread, false},
    {"reconsider", M::sum_reconsider, M::about_reconsider, Needs::write, declare_reconsider, false},
    {"worker", M::sum_worker, M::about_worker, Needs::none, declare_worker, false},
    {"help", M::sum_help, M::about_help, Needs::none, declare_help, false},
});

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands)
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace vanthu::cli
