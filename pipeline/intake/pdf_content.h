// SPDX-License-Identifier: GPL-3.0-or-later
// The graphics state of a PDF content stream, as far as it decides where images lie and whether
// anything else is seen. Text in rendering mode 3 (the hidden layer of foreign OCR) and white paint
// are not seen. Pure. Private to intake/. Source: ISO 32000-1, 8.4 and 9.3.6.
#pragma once
#include <string>
#include <vector>

#include "pipeline/intake/pdf_page.h"

namespace vanthu {

class PdfGraphics {
 public:
  // One operator with its numeric operands. Operators that do not concern us change nothing.
  void operate(const std::string& name, const std::vector<double>& numbers);
  void show_text(std::size_t bytes);

  void push();
  void pop();
  void concat(const Affine& map);  // map, then what stood before
  const Affine& at() const { return now_.at; }

  bool ink() const { return ink_; }
  std::size_t letters() const { return letters_; }  // bytes shown
  std::size_t hidden() const { return hidden_; }    // bytes of text that is not seen

 private:
  struct State {
    Affine at;
    int text_mode = 0;
    bool white = false;  // the fill colour
  };
  void fill_with(const std::string& name, const std::vector<double>& numbers);

  State now_;
  std::vector<State> saved_;
  bool ink_ = false;
  std::size_t letters_ = 0, hidden_ = 0;
};

// The six numbers of a PDF matrix.
Affine pdf_matrix(const std::vector<double>& six);

}  // namespace vanthu
