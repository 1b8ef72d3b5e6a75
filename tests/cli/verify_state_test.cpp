// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verify_state.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "archive/files.h"
#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

class State : public ::testing::Test {
 protected:
  const std::string folder_ = testing::TempDir() + "vanthu-state-" + std::to_string(::getpid());
  const Variable home_{"XDG_STATE_HOME", folder_.c_str()};
  const std::string path_ = verify_state_path("/kho");
  ~State() override { files::remove_tree(folder_); }
};

TEST_F(State, ComesBackAsItWasSaved) {
  save_verify_state(path_, {"abc", {{"urn:1", "E092", "hỏng"}}});
  const VerifyState back = load_verify_state(path_);
  EXPECT_EQ(back.upto, "abc");
  EXPECT_EQ(back.faults, (std::vector<Fault>{{"urn:1", "E092", "hỏng"}}));
}

TEST_F(State, IsEmptyWhereThereIsNoneOrNonsense) {
  EXPECT_EQ(load_verify_state(path_).upto, "");
  save_verify_state(path_, {"abc", {}});
  files::remove_tree(path_);
  files::write(path_, "nonsense");
  EXPECT_EQ(load_verify_state(path_).upto, "");
}

TEST_F(State, EachArchiveHasItsOwn) { EXPECT_NE(verify_state_path("/kho2"), path_); }

}  // namespace
}  // namespace vanthu::cli
