// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/review.h"

#include <CLI/CLI.hpp>
#include <limits>
#include <memory>

#include "archive/sources.h"
#include "cli/context.h"
#include "cli/crop.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/files.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/terminal.h"
#include "ocr/worker.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  int limit = 20;
  std::string id, crops;
};

// Cuts pictures out of the archived originals; the last document is held, since rows of one
// document mostly follow each other.
class Cropper {
 public:
  Cropper(Context& context, std::string folder)
      : archive_(context.archive()), worker_(context.worker_options()), folder_(std::move(folder)) {
    make_folder(folder_);
  }

  // The path of the picture; empty when there is no place to show. Throws what the worker throws.
  std::string cut(const ReviewRow& row) {
    load(row.dispatch);
    for (const Dispatch& dispatch : reading_.dispatches) {
      if (dispatch.id != row.dispatch) continue;
      const auto plan = plan_crop(row.doubt, dispatch, reading_);
      if (!plan) return {};
      const std::string path = fmt::format("{}/{}-{}.png", folder_, row.dispatch, row.doubt.field);
      write_file(path, worker_.crop(scan_, plan->page, plan->box, plan->turn), true);
      return path;
    }
    return {};
  }

 private:
  void load(const std::string& id) {
    const std::string document = id.substr(0, id.find('.'));
    if (document == loaded_) return;
    reading_ = archive_.reading(id);
    const Original original = archive_.original(id);
    scan_ = {original.name, read_file(original.path, std::numeric_limits<std::uint64_t>::max())};
    loaded_ = document;
  }

  Archive& archive_;
  Worker worker_;
  std::string folder_, loaded_;
  Reading reading_;
  Scan scan_;
};

std::string shown(const std::string& field, const std::string& value) {
  return safe(field == "date" ? shown_date(value) : value);
}

std::string row_text(const ReviewRow& row, const std::string& picture) {
  const Doubt& doubt = row.doubt;
  std::string out = "  " + padded(field_label(doubt.field), 18);
  out += doubt.value.empty() ? "—" : shown(doubt.field, doubt.value);
  std::string state = status_label(doubt.status);
  if (!doubt.value.empty()) state += ", " + percent(doubt.confidence);
  if (doubt.page > 0) state += ", " + say(M::show_page, doubt.page);
  out += " ?  " + styled('(' + state + ')', Style::dim) + '\n';
  for (std::size_t i = 0; i < doubt.candidates.size() && i < 4; ++i)
    out += std::string(20, ' ') +
           say(M::review_candidate, shown(doubt.field, doubt.candidates[i].value),
               percent(doubt.candidates[i].confidence)) +
           '\n';
  if (!picture.empty()) out += std::string(20, ' ') + say(M::review_picture, safe(picture)) + '\n';
  return out;
}

// "3795/UBND-VXNV · scan.pdf": enough to know which paper is meant.
std::string paper_line(const Archive& archive, const std::string& id) {
  const DispatchRow row = archive.row(id);
  std::string out = styled(safe(id), Style::bold) + "  " + safe(archive.document(id).name);
  if (!row.number.empty()) out += "  " + safe(row.number);
  if (!row.subject.empty()) out += "  " + cut(safe(row.subject), 60);
  return out + '\n';
}

std::vector<ReviewRow> rows_of(const Archive& archive, const Options& options) {
  if (options.id.empty()) return archive.review(options.limit);
  const std::string id = archive.resolve(options.id);
  std::vector<ReviewRow> rows = archive.review();
  std::erase_if(rows, [&](const ReviewRow& row) { return row.dispatch != id; });
  if (options.limit > 0 && rows.size() > static_cast<std::size_t>(options.limit))
    rows.resize(static_cast<std::size_t>(options.limit));
  return rows;
}

std::string example_of(const ReviewRow& row) {
  const std::string value = !row.doubt.candidates.empty() ? row.doubt.candidates[0].value
                            : !row.doubt.value.empty()    ? row.doubt.value
                                                          : "…";
  return say(M::review_example, row.dispatch, shell_word(row.doubt.field + "=" + value));
}

void print_people(Context& context, const std::vector<ReviewRow>& rows, Cropper* cropper) {
  const Archive& archive = context.archive();
  if (rows.empty()) {
    std::fputs((std::string(text(M::review_nothing)) + '\n').c_str(), stdout);
    return;
  }
  std::string last;
  for (const ReviewRow& row : rows) {
    if (row.dispatch != last)
      std::fputs(((last.empty() ? "" : "\n") + paper_line(archive, row.dispatch)).c_str(), stdout);
    last = row.dispatch;
    std::fputs(row_text(row, cropper ? cropper->cut(row) : "").c_str(), stdout);
  }
  const auto all = static_cast<std::size_t>(archive.counts().doubtful_fields);
  std::fputs(
      ('\n' + say(M::review_total, rows.size(), all) + '\n' + example_of(rows[0]) + '\n').c_str(),
      stdout);
}

Code run_review(Context& context, const Options& options) {
  const std::vector<ReviewRow> rows = rows_of(context.archive(), options);
  std::unique_ptr<Cropper> cropper;
  if (!options.crops.empty()) cropper = std::make_unique<Cropper>(context, options.crops);
  if (!context.json) {
    print_people(context, rows, cropper.get());
    return Code::ok;
  }
  Json out = {{"total", context.archive().counts().doubtful_fields}, {"fields", Json::array()}};
  for (const ReviewRow& row : rows) {
    Json one = json_of(row);
    one["crop"] = nullptr;
    if (cropper)
      if (const std::string path = cropper->cut(row); !path.empty())
        one["crop"] = repair_utf8(path);
    out["fields"].push_back(one);
  }
  print_json(out);
  return Code::ok;
}

}  // namespace

Run declare_review(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_review_id));
  app.add_option("--limit", o->limit, text(M::opt_limit))
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--crops", o->crops, text(M::opt_crops))->type_name("DIR");
  return [o](Context& context) { return run_review(context, *o); };
}

}  // namespace vanthu::cli
