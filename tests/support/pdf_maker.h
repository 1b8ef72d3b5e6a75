// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs made object by object, so that a test can make the exact file it is about.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

class PdfMaker {
 public:
  // Each returns the object's number. Object 1 is the catalogue, 2 the root of the page tree.
  int add(const std::string& body);
  int add_stream(const std::string& entries, const std::string& data);
  int add_image(const Image& image);                          // 8 bits, not packed
  int add_bilevel(const Image& image, bool stencil = false);  // 1 bit, not packed
  int add_jpeg(const Image& image);

  struct Page {
    std::string content = {};
    std::string resources = {};     // entries of the dictionary: "/XObject << /Im 5 0 R >>"
    std::string box = "0 0 60 80";  // MediaBox, points
    std::string extra = {};         // further entries: "/Rotate 90"
  };
  int add_page(const Page& page);

  // The tree over the pages added so far, or `tree` in its place; then the whole file.
  std::string finish(const std::string& tree = "") const;

 private:
  std::vector<std::string> objects_;
  std::vector<int> pages_;
};

std::string reference(int number);  // "5 0 R"

// A page of 60 x 80 points that is one image.
std::string pdf_of(const Image& image);
std::string pdf_of(const std::vector<Image>& pages);

// The same file encrypted (AES-256) with this user password; an empty one opens for everybody.
std::string encrypted(const std::string& pdf, const std::string& password);

}  // namespace vanthu
