// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/keys.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

struct Typed {
  const char *keys, *text;
};

TEST(Keys, OfTelexAreReadAsTheSyllablesTheyMake) {
  for (const Typed& t : {
           Typed{"quyeets", "quyết"},
           {"ddinhj", "định"},
           {"dinhjd", "định"},
           {"khuyeens", "khuyến"},
           {"hocj", "học"},
           {"huowngs", "hướng"},
           {"ddwowcj", "được"},
           {"dduowcj", "được"},
           {"muaw", "mưa"},
           {"vawn", "văn"},
           {"banr", "bản"},
           {"hoaf", "hòa"},
           {"uyr", "ủy"},
           {"nhaan", "nhân"},
           {"daan", "dân"},
           {"twr", "tử"},
           {"hoawcj", "hoặc"},
           {"giaos", "giáo"},
           {"quawng", "quăng"},
           {"nguwowif", "người"},
           {"toor", "tổ"},
           {"tieengs", "tiếng"},
           {"giaays", "giấy"},
       })
    EXPECT_EQ(read_telex(t.keys), t.text) << t.keys;
}

TEST(Keys, OfVniAreReadAsTheSyllablesTheyMake) {
  for (const Typed& t : {
           Typed{"quye61t", "quyết"},
           {"d9i5nh", "định"},
           {"khuye61n", "khuyến"},
           {"ho5c", "học"},
           {"hu7o71ng", "hướng"},
           {"d9uo75c", "được"},
           {"va8n", "văn"},
           {"ba3n", "bản"},
           {"uy3", "ủy"},
           {"nha6n", "nhân"},
           {"nga4", "ngã"},
           {"ho2a", "hòa"},
       })
    EXPECT_EQ(read_vni(t.keys), t.text) << t.keys;
}

TEST(Keys, ThatMakeNoSyllableAreLeftAlone) {
  for (const char* word : {"khuyen", "hoc", "ubnd", "internet", "qd", "tw", "xyz", "", "pass"})
    EXPECT_EQ(read_telex(word), std::string(word) == "tw" ? "tư" : "") << word;
  for (const char* word : {"3795", "12a", "qh15", "2019", "covid19"})
    EXPECT_EQ(read_vni(word), "") << word;
}

TEST(Keys, OfAQueryLeaveItsSignsAndFieldsAlone) {
  EXPECT_EQ(read_keys("loai:\"quyeets ddinhj\" -ddaats 3795/QĐ"),
            "loai:\"quyết định\" -đất 3795/QĐ");
  EXPECT_EQ(read_keys("khuyến học"), "khuyến học");
}

TEST(Keys, PutTheToneWhereItIsWritten) {
  EXPECT_EQ(with_tone("hoa", 1), "hòa");
  EXPECT_EQ(with_tone("quyêt", 2), "quyết");
  EXPECT_EQ(with_tone("ngoai", 1), "ngoài");
  EXPECT_EQ(with_tone("qua", 2), "quá");
  EXPECT_EQ(with_tone("gi", 1), "gì");
  EXPECT_EQ(with_tone("ngươi", 1), "người");
  EXPECT_EQ(with_tone("ba", 0), "ba");
}

}  // namespace
}  // namespace vanthu
