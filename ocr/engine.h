// SPDX-License-Identifier: GPL-3.0-or-later
// Tesseract behind a wall: one engine a thread, kept warm between pages. The process must be
// started with OMP_THREAD_LIMIT=1 in its environment (libgomp reads it on loading): the engine's
// own threads only contend, and cost four times the time on two cores.
#pragma once
#include <memory>
#include <string>

#include "pipeline/clean/clean.h"
#include "pipeline/words.h"

namespace vanthu {

struct EngineOptions {
  std::string language = "vie";
  std::string data{};          // folder of *.traineddata; empty: the model vanthu carries
  bool language_model = true;  // words corrected by context (ocr/language.h)
  bool noise = true;           // what the engine made of dirt and signatures dropped (ocr/noise.h)
  bool again = true;           // rows of print that the engine passed over read too (ocr/look.h)
  bool digits = true;          // digits by hand read by the net (ocr/hand.h)
  bool marks = true;           // marks of secrecy, arrival stamps found by the net (ocr/marks.h)
  bool names = true;           // names under signatures read by the net (ocr/signature.h)
  bool operator==(const EngineOptions&) const = default;
};

// Move-only; one thread at a time. open() throws Error{config} when the model cannot be read.
class Engine {
 public:
  static Engine open(const EngineOptions& options = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  OcrPage recognise(const CleanPage& page);
  std::string name() const;  // "tesseract 5.3.0 vie", for made_by

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vanthu
