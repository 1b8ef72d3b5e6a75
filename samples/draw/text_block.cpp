// SPDX-License-Identifier: GPL-3.0-or-later
// Text is set without hinting or rounding, so that lines break at the same words at every dpi.
#include <pango/pangocairo.h>

#include <algorithm>

#include "pipeline/error.h"
#include "pipeline/text.h"
#include "samples/draw/canvas.h"
#include "samples/draw/random.h"
#include "samples/draw/text_setting.h"

namespace vanthu::draw {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};

std::unique_ptr<PangoContext, Unref> make_context() {
  const std::unique_ptr<PangoFontMap, Unref> map(pango_cairo_font_map_new());
  std::unique_ptr<PangoContext, Unref> context(pango_font_map_create_context(map.get()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

void require_font(PangoContext* context, const PangoFontDescription* wanted) {
  const std::unique_ptr<PangoFont, Unref> font(pango_context_load_font(context, wanted));
  PangoFontDescription* got = font ? pango_font_describe(font.get()) : nullptr;
  const bool same = got != nullptr && std::string(pango_font_description_get_family(got)) ==
                                          pango_font_description_get_family(wanted);
  pango_font_description_free(got);
  if (!same)
    throw Error(
        Code::internal,
        std::string("the font ") + pango_font_description_get_family(wanted) + " is missing",
        "install fonts-liberation2");
}

PangoFontDescription* describe(const Style& style) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, style.family.c_str());
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  if (style.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  return font;
}

void set_flow(PangoLayout* layout, const Flow& flow) {
  if (flow.width > 0) pango_layout_set_width(layout, static_cast<int>(flow.width * PANGO_SCALE));
  pango_layout_set_indent(layout, static_cast<int>(flow.indent * PANGO_SCALE));
  pango_layout_set_justify(layout, flow.align == Align::justify);
  if (flow.align == Align::centre) pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
  if (flow.align == Align::right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
}

// Each letter up or down, and a little sideways, by chance of its own.
void let_jump(PangoLayout* layout, double most) {
  Rng dice(static_cast<std::uint64_t>(pango_layout_get_character_count(layout)) * 2654435761ULL +
           7);
  for (int i = 0; i < pango_layout_get_line_count(layout); ++i)
    for (GSList* at = pango_layout_get_line(layout, i)->runs; at != nullptr; at = at->next) {
      PangoGlyphString* glyphs = static_cast<PangoLayoutRun*>(at->data)->glyphs;
      for (int g = 0; g < glyphs->num_glyphs; ++g) {
        PangoGlyphGeometry& place = glyphs->glyphs[g].geometry;
        place.y_offset += static_cast<int>(dice.normal() * most * PANGO_SCALE);
        place.x_offset += static_cast<int>(dice.normal() * most * 0.6 * PANGO_SCALE);
      }
    }
}

}  // namespace

Style typed(Style style) {
  return {12, false, false, "Liberation Mono", style.jump > 0 ? style.jump : 0.03};
}

TextBlock::Setting::~Setting() { g_object_unref(layout); }

TextBlock::TextBlock(const std::string& markup, const Style& style, const Flow& flow) {
  const auto context = make_context();
  auto setting = std::make_shared<Setting>(pango_layout_new(context.get()), style.size);
  PangoFontDescription* font = describe(style);
  pango_layout_set_font_description(setting->layout, font);
  set_flow(setting->layout, flow);
  pango_layout_set_markup(setting->layout, markup.c_str(), -1);
  if (style.jump > 0) let_jump(setting->layout, style.jump * style.size);
  setting_ = setting;
  try {
    require_font(context.get(), font);
  } catch (const Error&) {
    pango_font_description_free(font);
    throw;
  }
  pango_font_description_free(font);
}

int TextBlock::lines() const { return pango_layout_get_line_count(setting_->layout); }

std::string TextBlock::text(int line) const {
  const PangoLayoutLine* at = pango_layout_get_line_readonly(setting_->layout, line);
  return trim(std::string(pango_layout_get_text(setting_->layout) + at->start_index,
                          static_cast<std::size_t>(at->length)));
}

double TextBlock::width() const {
  PangoRectangle logical;
  pango_layout_get_extents(setting_->layout, nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

double TextBlock::left() const {
  PangoRectangle logical;
  pango_layout_get_extents(setting_->layout, nullptr, &logical);
  return static_cast<double>(logical.x) / PANGO_SCALE;
}

// Times' own metrics, which Liberation Serif shares.
double TextBlock::leading() const { return setting_->size * 1.149; }
double TextBlock::ascent() const { return setting_->size * 0.891; }

}  // namespace vanthu::draw
