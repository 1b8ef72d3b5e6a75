// SPDX-License-Identifier: GPL-3.0-or-later
// One small object of two versions, made wrong in one way after the other: each fault is told by
// its code, and of an object of OCFL 1.0 as of one of 1.1.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "archive/ocfl.h"
#include "archive/ocfl_check.h"
#include "support.h"

namespace vanthu {
namespace {

using Json = nlohmann::json;

constexpr const char *kA = "first", *kB = "second";  // the contents of a.txt and b.txt

// v1 has a.txt, v2 has b.txt too. Both inventories may be changed before the object is written.
struct Sample {
  std::string spec = "1.1", algorithm = "sha512";
  Json v1, root;

  explicit Sample(const std::string& version) : spec(version) {
    v1 = inventory("v1", {{"v1", {{kA, "a.txt"}}}});
    root = inventory("v2", {{"v1", {{kA, "a.txt"}}}, {"v2", {{kA, "a.txt"}, {kB, "b.txt"}}}});
  }

  static std::string digest(const std::string& bytes) { return sha512_hex(bytes); }

  using States = std::map<std::string, std::vector<std::pair<std::string, std::string>>>;
  Json inventory(const std::string& head, const States& states) const {
    Json manifest = {{digest(kA), {"v1/content/a.txt"}}}, versions = Json::object();
    if (head == "v2") manifest[digest(kB)] = {"v2/content/b.txt"};
    for (const auto& [name, files] : states) {
      Json state = Json::object();
      for (const auto& [bytes, logical] : files) state[digest(bytes)] = {logical};
      versions[name] = {{"created", "2026-03-09T02:05:00Z"},
                        {"message", "why"},
                        {"user", {{"name", "Lan"}, {"address", "mailto:lan@example.vn"}}},
                        {"state", state}};
    }
    return {{"id", "urn:thu:1"},           {"type", "https://ocfl.io/" + spec + "/spec/#inventory"},
            {"digestAlgorithm", "sha512"}, {"head", head},
            {"manifest", manifest},        {"versions", versions}};
  }

  static void write_inventory(const std::string& folder, const std::string& text) {
    test::write_file(folder + "/inventory.json", text);
    test::write_file(folder + "/inventory.json.sha512", sha512_hex(text) + " inventory.json\n");
  }

  void write(const std::string& folder) const {
    test::write_file(folder + "/0=ocfl_object_" + spec, "ocfl_object_" + spec + "\n");
    write_inventory(folder, root.dump());
    write_inventory(folder + "/v1", v1.dump());
    write_inventory(folder + "/v2", root.dump());
    test::write_file(folder + "/v1/content/a.txt", kA);
    test::write_file(folder + "/v2/content/b.txt", kB);
  }
};

// `digests` of a written inventory, one of them named twice: only text can say that.
std::string twice(const std::string& json, const std::string& digest) {
  std::string upper = digest;
  for (char& c : upper)
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 32);
  std::string out = json;
  out.insert(out.find("{", out.find("\"manifest\"")) + 1, "\"" + upper + "\":[\"v1/content/x\"],");
  return out;
}

struct Wrong {
  const char* code;
  std::function<void(Sample&)> before;              // what the inventories say
  std::function<void(const std::string&)> after{};  // what was done to the files
};

Json& v1_of(Json& inventory) { return inventory["versions"]["v1"]; }
void in_both(Sample& s, const std::function<void(Json&)>& change) { change(s.v1), change(s.root); }

const std::vector<Wrong>& inventories() {
  static const std::vector<Wrong> all = {
      {"E008", [](Sample& s) { s.root["versions"] = Json::object(); }},
      {"E009",
       [](Sample& s) {
         s.root["versions"]["v3"] = v1_of(s.root);
         s.root["versions"].erase("v1");
       }},
      {"E010",
       [](Sample& s) {
         s.root["versions"]["v4"] = v1_of(s.root);
         s.root["head"] = "v4";
       }},
      {"E017", [](Sample& s) { in_both(s, [](Json& j) { j["contentDirectory"] = "a/b"; }); }},
      {"E018", [](Sample& s) { in_both(s, [](Json& j) { j["contentDirectory"] = ".."; }); }},
      {"E019", [](Sample& s) { s.root["contentDirectory"] = "other"; }},
      {"E025", [](Sample& s) { s.root["digestAlgorithm"] = "md5"; }},
      {"E036", [](Sample& s) { s.root.erase("id"); }},
      {"E037", [](Sample& s) { s.v1["id"] = "urn:thu:2"; }},
      {"E038", [](Sample& s) { s.root["type"] = "https://ocfl.io/9.9/spec/#inventory"; }},
      {"E040", [](Sample& s) { s.root["head"] = "v1"; }},
      {"E040", [](Sample& s) { s.root["head"] = Json::object(); }},
      {"E041", [](Sample& s) { s.root.erase("manifest"); }},
      {"E043", [](Sample& s) { s.root.erase("versions"); }},
      {"E044", [](Sample& s) { s.root["versions"] = "v1"; }},
      {"E046", [](Sample& s) { s.root["versions"]["1"] = v1_of(s.root); }},
      {"E104", [](Sample& s) { s.root["versions"]["1"] = v1_of(s.root); }},
      {"E047", [](Sample& s) { v1_of(s.root) = "first"; }},
      {"E048", [](Sample& s) { v1_of(s.root).erase("created"); }},
      {"E048", [](Sample& s) { v1_of(s.root).erase("state"); }},
      {"E049", [](Sample& s) { v1_of(s.root)["created"] = "2026-03-09T02:05:00"; }},
      {"E049", [](Sample& s) { v1_of(s.root)["created"] = "2026-03-09"; }},
      {"E050", [](Sample& s) { v1_of(s.root)["state"]["abc"] = {"c.txt"}; }},
      {"E052", [](Sample& s) { v1_of(s.root)["state"][Sample::digest(kA)] = {"../a.txt"}; }},
      {"E053", [](Sample& s) { v1_of(s.root)["state"][Sample::digest(kA)] = {"/a.txt"}; }},
      {"E054", [](Sample& s) { v1_of(s.root)["user"] = "Lan"; }},
      {"E057",
       [](Sample& s) {
         s.root["fixity"] = {{"md5", "none"}};
       }},
      {"E066", [](Sample& s) { v1_of(s.v1)["state"][Sample::digest(kA)] = {"other.txt"}; }},
      {"E092", [](Sample& s) { s.root["manifest"][Sample::digest(kA)].push_back("v1/content/z"); }},
      {"E093",
       [](Sample& s) {
         s.root["fixity"] = {{"md5", {{"9eacfb9289073dd9c9a8c4cdf820ac71", {"v1/content/a.txt"}}}}};
       }},
      {"E093",
       [](Sample& s) {
         s.root["fixity"] = {{"sha1", {{"00", {"v1/content/a.txt"}}}}};
       }},
      {"E094", [](Sample& s) { v1_of(s.root)["message"] = 1; }},
      {"E095",
       [](Sample& s) {
         v1_of(s.root)["state"][Sample::digest(kA)] = {"a.txt", "a.txt/b"};
       }},
      {"E097",
       [](Sample& s) {
         s.root["fixity"] = {{"md5", {{"AA", {"v1/content/a.txt"}}, {"aa", {"v2/content/b.txt"}}}}};
       }},
      {"E099", [](Sample& s) { s.root["manifest"][Sample::digest(kA)] = {"v1/content/../a"}; }},
      {"E100", [](Sample& s) { s.root["manifest"][Sample::digest(kA)] = {"/v1/content/a.txt"}; }},
      {"E101",
       [](Sample& s) {
         s.root["manifest"][Sample::digest(kA)] = {"v1/content/a.txt", "v1/content/a.txt"};
       }},
      {"E102", [](Sample& s) { s.root["colour"] = "red"; }},
      {"E106", [](Sample& s) { s.root["manifest"] = "none"; }},
      {"E107", [](Sample& s) { s.root["manifest"][Sample::digest("x")] = {"v2/content/b.txt"}; }},
      {"E111", [](Sample& s) { s.root["fixity"] = "none"; }},
      {"W005", [](Sample& s) { in_both(s, [](Json& j) { j["id"] = "one"; }); }},
      {"W007", [](Sample& s) { in_both(s, [](Json& j) { v1_of(j).erase("message"); }); }},
      {"W008", [](Sample& s) { in_both(s, [](Json& j) { v1_of(j)["user"].erase("address"); }); }},
      {"W009", [](Sample& s) { in_both(s, [](Json& j) { v1_of(j)["user"]["address"] = "x"; }); }},
      {"W011", [](Sample& s) { v1_of(s.v1)["message"] = "another reason"; }},
  };
  return all;
}

const std::vector<Wrong>& folders() {
  static const auto none = [](Sample&) {};
  static const std::vector<Wrong> all = {
      {"E001", none, [](const auto& o) { test::write_file(o + "/extra.txt", "x"); }},
      {"E001", none, [](const auto& o) { files::make_folders(o + "/extra"); }},
      {"E003", none, [](const auto& o) { test::write_file(o + "/0=ocfl_object_1.2", "x"); }},
      {"E010", none, [](const auto& o) { files::remove_tree(o + "/v1"); }},
      {"E015", none, [](const auto& o) { test::write_file(o + "/v1/a.txt", "x"); }},
      {"E023", none, [](const auto& o) { test::write_file(o + "/v1/content/z.txt", "x"); }},
      {"E024", none, [](const auto& o) { files::make_folders(o + "/v1/content/empty"); }},
      {"E033", none, [](const auto& o) { Sample::write_inventory(o, "{"); }},
      {"E046", none, [](const auto& o) { test::write_file(o + "/v3/content/x", "x"); }},
      {"E058", none, [](const auto& o) { files::remove_tree(o + "/inventory.json.sha512"); }},
      {"E058", none, [](const auto& o) { files::remove_tree(o + "/v1/inventory.json.sha512"); }},
      {"E060", none, [](const auto& o) { test::write_file(o + "/inventory.json", "{}"); }},
      {"E061", none, [](const auto& o) { test::write_file(o + "/inventory.json.sha512", "00"); }},
      {"E063", none, [](const auto& o) { files::remove_tree(o + "/inventory.json"); }},
      {"E064", none,
       [](const auto& o) { Sample::write_inventory(o, files::read(o + "/inventory.json") + " "); }},
      {"E067", none, [](const auto& o) { test::write_file(o + "/extensions/x", "x"); }},
      {"E090", none,
       [](const auto& o) { std::filesystem::create_symlink("a.txt", o + "/v1/content/link"); }},
      {"E092", none, [](const auto& o) { test::write_file(o + "/v1/content/a.txt", "xirst"); }},
      {"E096", none,
       [](const auto& o) {
         Sample::write_inventory(o, twice(files::read(o + "/inventory.json"), Sample::digest(kA)));
       }},
      {"W002", none, [](const auto& o) { test::write_file(o + "/v1/other/x", "x"); }},
      {"W010", none, [](const auto& o) { files::remove_tree(o + "/v1/inventory.json"); }},
      {"W013", none, [](const auto& o) { test::write_file(o + "/extensions/mine/x", "x"); }},
  };
  return all;
}

class OcflCodes : public ::testing::TestWithParam<const char*> {
 protected:
  std::set<std::string> codes_of(const Wrong& wrong) const {
    const test::TempDir dir;
    Sample sample(GetParam());
    wrong.before(sample);
    sample.write(dir / "o");
    if (wrong.after) wrong.after(dir / "o");
    std::set<std::string> codes;
    for (const Fault& fault : check_ocfl_object(dir / "o")) codes.insert(fault.code);
    return codes;
  }
  void expect_each(const std::vector<Wrong>& all) const {
    for (const Wrong& wrong : all)
      EXPECT_TRUE(codes_of(wrong).contains(wrong.code)) << wrong.code << " is not told";
  }
};

TEST_P(OcflCodes, AnObjectWithoutFaultHasNone) {
  EXPECT_EQ(codes_of({"", [](Sample&) {}}), std::set<std::string>{});
}
TEST_P(OcflCodes, EachFaultOfAnInventoryIsTold) { expect_each(inventories()); }
TEST_P(OcflCodes, EachFaultOfTheFilesIsTold) { expect_each(folders()); }

TEST_P(OcflCodes, AdviceAloneIsNoError) {
  for (const Wrong& wrong : inventories())
    if (wrong.code[0] == 'W') {
      for (const std::string& code : codes_of(wrong)) EXPECT_EQ(code[0], 'W') << wrong.code;
    }
}

TEST_P(OcflCodes, EveryDigestOfTheSpecificationIsComputed) {
  const Wrong right = {"", [](Sample& s) {
                         const Json where = {"v1/content/a.txt"};
                         s.root["fixity"] = {
                             {"md5", {{"8b04d5e3775d298e78455efc5ca404d5", where}}},
                             {"sha1", {{"54f9b5f87b6cb6e1d6ba2eb0a8a3cb4bbcd1c6f7", where}}},
                             {"unheard-of", {{"1", where}}}};
                       }};
  EXPECT_EQ(codes_of(right), std::set<std::string>{"E093"}) << "the sha1 is wrong, the md5 right";
}

INSTANTIATE_TEST_SUITE_P(Spec, OcflCodes, ::testing::Values("1.0", "1.1"));

TEST(OcflPadding, VersionNamesOfTwoWidthsAreTold) {
  const test::TempDir dir;
  Sample sample("1.0");
  sample.root["versions"]["v01"] = v1_of(sample.root);
  sample.root["versions"].erase("v1");
  sample.write(dir / "o");
  std::set<std::string> codes;
  for (const Fault& fault : check_ocfl_object(dir / "o")) codes.insert(fault.code);
  for (const char* code : {"E011", "E012", "E013", "W001"})
    EXPECT_TRUE(codes.contains(code)) << code;
}

TEST(OcflRootCodes, EachFaultOfAStorageRootIsTold) {
  using Harm = std::function<void(const std::string&)>;
  const std::vector<std::pair<const char*, Harm>> all = {
      {"E069", [](const auto& r) { files::remove_tree(r + "/0=ocfl_1.1"); }},
      {"E070", [](const auto& r) { test::write_file(r + "/ocfl_layout.json", "{}"); }},
      {"E071",
       [](const auto& r) {
         test::write_file(r + "/ocfl_layout.json", R"({"extension":"mine","description":"x"})");
       }},
      {"E073", [](const auto& r) { files::make_folders(r + "/abc"); }},
      {"E076", [](const auto& r) { test::write_file(r + "/0=ocfl_1.0", "ocfl_1.0\n"); }},
      {"E080", [](const auto& r) { test::write_file(r + "/0=ocfl_1.1", "ocfl\n"); }},
      {"E081", [](const auto& r) { test::write_file(r + "/a/b/0=ocfl_object_2.0", "x"); }},
      {"E084", [](const auto& r) { test::write_file(r + "/abc/stray.txt", "x"); }},
      {"E090", [](const auto& r) { std::filesystem::create_symlink("README.txt", r + "/l"); }},
      {"E112", [](const auto& r) { test::write_file(r + "/extensions/x", "x"); }},
      {"W016", [](const auto& r) { test::write_file(r + "/extensions/mine/x", "x"); }},
  };
  for (const auto& [code, harm] : all) {
    const test::TempDir dir;
    OcflRoot::create(dir / "objects");
    ASSERT_TRUE(check_ocfl_root(dir / "objects").empty());
    harm(dir / "objects");
    const auto faults = check_ocfl_root(dir / "objects");
    EXPECT_TRUE(std::any_of(faults.begin(), faults.end(),
                            [&](const Fault& f) { return f.code == std::string(code); }))
        << code << " is not told";
  }
}

}  // namespace
}  // namespace vanthu
