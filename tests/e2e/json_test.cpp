// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes that programs rely on.
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

void has(const Json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) EXPECT_TRUE(object.contains(key)) << key << " in " << object;
}

struct Kept : Place {
  Kept() {
    must({"init"});
    must({"import", scan("a.png")});
    id = json({"list"})["dispatches"][0]["id"];
  }
  std::string id;
};

TEST(JsonShapes, OfTheList) {
  const Kept kept;
  const Json list = kept.json({"list"});
  EXPECT_EQ(list["total"], 1);
  has(list["dispatches"][0], {"id", "number", "date", "issuer", "type", "subject", "signer",
                              "access", "pages", "complete", "doubtful", "sha256"});
}

TEST(JsonShapes, OfASearch) {
  const Kept kept;
  kept.must({"correct", kept.id, "subject=khuyến học"});
  const Json found = kept.json({"search", "khuyen hoc"});
  has(found, {"query", "total", "total_exact", "relaxed", "hits"});
  ASSERT_EQ(found["hits"].size(), 1u);
  has(found["hits"][0], {"id", "number", "date", "issuer", "subject", "exact", "snippet"});
  has(found["hits"][0]["snippet"], {"page", "text", "marks"});
}

TEST(JsonShapes, OfADispatch) {
  const Kept kept;
  const Json show = kept.json({"show", kept.id});
  has(show, {"id", "document", "access", "dispatch", "pages", "versions", "same_dispatch"});
  has(show["document"], {"sha256", "file", "bytes", "imported_at", "imported_by", "version"});
  has(show["dispatch"], {"id", "number", "date", "issuer", "subject", "signer", "cites"});
  has(show["pages"][0], {"page", "role", "width", "height", "text"});
}

TEST(JsonShapes, OfAReview) {
  const Kept kept;
  const Json review = kept.json({"review"});
  has(review["fields"][0],
      {"id", "field", "value", "confidence", "status", "page", "boxes", "candidates", "crop"});
}

TEST(JsonShapes, OfTheRest) {
  const Kept kept;
  has(kept.json({"verify"}), {"documents", "faults"});
  has(kept.json({"reindex"}), {"documents"});
  has(kept.json({"correct", kept.id, "number=1/A"}), {"id", "by", "dispatch"});
  has(kept.json({"init", kept.path("other")}), {"path"});
  has(kept.json({"get", kept.id, "--original", "-o", kept.path("x.png")}), {"id", "path", "bytes"});
}

}  // namespace
}  // namespace vanthu::e2e
