// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF by libtiff. Rows are read as stored wherever that is plain; separate planes and rare colour
// spaces go through libtiff's own RGBA conversion. libtiff reports a truncated fax or JPEG strip
// only as a warning and fills up with white or grey, so warnings are read too.
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>

#include "pipeline/intake/orient.h"
#include "pipeline/intake/place.h"

namespace vanthu {
namespace {

struct Source {  // what libtiff's callbacks see
  const std::string* bytes = nullptr;
  std::size_t at = 0;
  std::string trouble;  // the first error, or the first warning that means missing pixels
};

tmsize_t read_at(thandle_t handle, void* to, tmsize_t count) {
  auto* s = static_cast<Source*>(handle);
  if (s->at >= s->bytes->size() || count <= 0) return 0;
  const std::size_t n = std::min(static_cast<std::size_t>(count), s->bytes->size() - s->at);
  std::memcpy(to, s->bytes->data() + s->at, n);
  s->at += n;
  return static_cast<tmsize_t>(n);
}

toff_t seek_to(thandle_t handle, toff_t offset, int whence) {
  auto* s = static_cast<Source*>(handle);
  if (whence == SEEK_CUR) offset += s->at;
  if (whence == SEEK_END) offset += s->bytes->size();
  s->at = static_cast<std::size_t>(offset);
  return offset;
}

tmsize_t refuse_write(thandle_t, void*, tmsize_t) { return 0; }
int close_nothing(thandle_t) { return 0; }
toff_t size_of(thandle_t handle) { return static_cast<Source*>(handle)->bytes->size(); }

void note(Source* source, const char* format, va_list arguments, bool warning) {
  std::array<char, 256> text{};
  std::vsnprintf(text.data(), text.size(), format, arguments);
  const std::string_view said = text.data();
  const bool missing = said.find("Premature") != said.npos || said.find("Corrupt") != said.npos;
  if ((!warning || missing) && source->trouble.empty()) source->trouble = said;
}

int on_error(TIFF*, void* source, const char*, const char* format, va_list arguments) {
  note(static_cast<Source*>(source), format, arguments, false);
  return 1;
}

int on_warning(TIFF*, void* source, const char*, const char* format, va_list arguments) {
  note(static_cast<Source*>(source), format, arguments, true);
  return 1;
}

using Tiff = std::unique_ptr<TIFF, void (*)(TIFF*)>;

Tiff open_tiff(Source& source, const IntakeOptions& limits) {
  const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                             TIFFOpenOptionsFree);
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), on_error, &source);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), on_warning, &source);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), limits.max_pixels * 8 + (1 << 20));
  return {TIFFClientOpenExt("scan", "rm", &source, read_at, refuse_write, seek_to, close_nothing,
                            size_of, nullptr, nullptr, options.get()),
          TIFFClose};
}

struct Layout {  // of one directory
  std::uint32_t width = 0, height = 0;
  std::uint16_t bits = 1, samples = 1, photometric = PHOTOMETRIC_MINISBLACK, planar = 1;
  std::uint16_t compression = COMPRESSION_NONE, orientation = 1, format = SAMPLEFORMAT_UINT;
  std::uint16_t extras = 0;
  const std::uint16_t* extra_kinds = nullptr;
  bool tiled = false;
};

Layout layout_of(TIFF* tiff) {
  Layout l;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &l.width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &l.height);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &l.bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &l.samples);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &l.planar);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &l.compression);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &l.orientation);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &l.format);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &l.extras, &l.extra_kinds);
  const bool said = TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &l.photometric) != 0;
  const bool fax = l.compression >= COMPRESSION_CCITTRLE && l.compression <= COMPRESSION_CCITTFAX4;
  if (!said && fax) l.photometric = PHOTOMETRIC_MINISWHITE;
  if (!said && l.samples >= 3) l.photometric = PHOTOMETRIC_RGB;
  l.tiled = TIFFIsTiled(tiff) != 0;
  return l;
}

bool is_grey(const Layout& l) {
  return l.photometric == PHOTOMETRIC_MINISWHITE || l.photometric == PHOTOMETRIC_MINISBLACK;
}

// Rows that need no more than a table or a blend to become ours.
bool is_plain(const Layout& l) {
  const bool small = l.bits == 1 || l.bits == 2 || l.bits == 4 || l.bits == 8;
  if (l.planar != PLANARCONFIG_CONTIG || l.format != SAMPLEFORMAT_UINT) return false;
  if (is_grey(l)) return l.samples == 1 && (small || l.bits == 16);
  if (l.photometric == PHOTOMETRIC_PALETTE) return l.samples == 1 && small;
  if (l.photometric == PHOTOMETRIC_YCBCR)
    return l.compression == COMPRESSION_JPEG && l.samples == 3 && l.bits == 8;
  return l.photometric == PHOTOMETRIC_RGB &&
         (l.samples == 3 || (l.samples == 4 && l.extras == 1)) && (l.bits == 8 || l.bits == 16);
}

std::uint8_t narrowed(std::uint16_t v) {
  return static_cast<std::uint8_t>((v * 255u + 32895u) >> 16);
}

// One colour for each value of up to 8 bits.
using Palette = std::array<std::array<std::uint8_t, 3>, 256>;

Palette palette_of(TIFF* tiff, const Layout& l, const Place& place) {
  Palette palette{};
  const int most = (1 << l.bits) - 1;
  std::uint16_t *red = nullptr, *green = nullptr, *blue = nullptr;
  if (l.photometric == PHOTOMETRIC_PALETTE &&
      TIFFGetField(tiff, TIFFTAG_COLORMAP, &red, &green, &blue) == 0)
    place.damaged("the colour table of the TIFF is missing");
  // Some writers fill the 16-bit table with 8-bit values.
  const bool wide =
      red != nullptr && std::any_of(red, red + most + 1, [](int v) { return v > 255; });
  const bool any = wide || (red != nullptr &&
                            (std::any_of(green, green + most + 1, [](int v) { return v > 255; }) ||
                             std::any_of(blue, blue + most + 1, [](int v) { return v > 255; })));
  for (int v = 0; v <= most; ++v) {
    if (red == nullptr) {
      const int grey = v * 255 / most;
      palette[v].fill(
          static_cast<std::uint8_t>(l.photometric == PHOTOMETRIC_MINISWHITE ? 255 - grey : grey));
      continue;
    }
    const auto shade = [&](std::uint16_t s) {
      return any ? narrowed(s) : static_cast<std::uint8_t>(s);
    };
    palette[v] = {shade(red[v]), shade(green[v]), shade(blue[v])};
  }
  return palette;
}

bool all_grey(const Palette& palette) {
  return std::all_of(palette.begin(), palette.end(),
                     [](const auto& c) { return c[0] == c[1] && c[1] == c[2]; });
}

class RowReader {  // turns stored rows into rows of ours
 public:
  RowReader(TIFF* tiff, const Layout& layout, const Place& place) : l_(layout) {
    if (l_.bits <= 8 && l_.samples == 1) palette_ = palette_of(tiff, l_, place);
    channels_ = is_grey(l_) || (l_.samples == 1 && all_grey(palette_)) ? 1 : 3;
    associated_ =
        l_.extras == 1 && l_.extra_kinds != nullptr && l_.extra_kinds[0] == EXTRASAMPLE_ASSOCALPHA;
    alpha_ = l_.samples == 4 && l_.extra_kinds != nullptr &&
             l_.extra_kinds[0] != EXTRASAMPLE_UNSPECIFIED;
    for (int byte = 0; byte < 256 && l_.bits == 1; ++byte)
      for (int bit = 0; bit < 8; ++bit) eight_[byte][bit] = palette_[byte >> (7 - bit) & 1][0];
  }
  int channels() const { return channels_; }
  std::size_t stored_bytes() const {
    return (static_cast<std::size_t>(l_.width) * l_.samples * l_.bits + 7) / 8;
  }
  void convert(const std::uint8_t* in, std::uint8_t* out) const {
    if (l_.samples != 1)
      colours(in, out);
    else if (l_.bits == 16)
      for (std::uint32_t x = 0; x < l_.width; ++x) {
        const std::uint8_t grey = sample(in, x);
        out[x] =
            l_.photometric == PHOTOMETRIC_MINISWHITE ? static_cast<std::uint8_t>(255 - grey) : grey;
      }
    else if (l_.bits == 1 && channels_ == 1)
      bits(in, out);
    else
      looked_up(in, out);
  }

 private:
  std::uint8_t sample(const std::uint8_t* in, std::size_t i) const {
    if (l_.bits == 8) return in[i];
    std::uint16_t wide = 0;
    std::memcpy(&wide, in + 2 * i, 2);
    return narrowed(wide);
  }
  void bits(const std::uint8_t* in, std::uint8_t* out) const {
    const std::uint32_t whole = l_.width / 8;
    for (std::uint32_t i = 0; i < whole; ++i) std::memcpy(out + 8 * i, eight_[in[i]].data(), 8);
    if (l_.width % 8 != 0) std::memcpy(out + 8 * whole, eight_[in[whole]].data(), l_.width % 8);
  }
  void looked_up(const std::uint8_t* in, std::uint8_t* out) const {
    const unsigned mask = (1u << l_.bits) - 1, each = 8u / l_.bits;
    for (std::uint32_t x = 0; x < l_.width; ++x) {
      const unsigned shift = 8 - l_.bits - (x % each) * l_.bits;
      std::memcpy(out + static_cast<std::size_t>(x) * channels_,
                  palette_[in[x / each] >> shift & mask].data(), channels_);
    }
  }
  void colours(const std::uint8_t* in, std::uint8_t* out) const {
    for (std::size_t x = 0; x < l_.width; ++x)
      for (std::size_t c = 0; c < 3; ++c) {
        const int colour = sample(in, x * l_.samples + c);
        const int over = alpha_ ? sample(in, x * l_.samples + 3) : 255;
        const int shown =
            associated_ ? colour + 255 - over : (colour * over + 255 * (255 - over) + 127) / 255;
        out[3 * x + c] = static_cast<std::uint8_t>(alpha_ ? std::min(255, shown) : colour);
      }
  }

  const Layout& l_;
  Palette palette_{};
  std::array<std::array<std::uint8_t, 8>, 256> eight_{};
  int channels_ = 1;
  bool alpha_ = false, associated_ = false;
};

Image read_plain(TIFF* tiff, const Layout& l, const Place& place) {
  if (l.photometric == PHOTOMETRIC_YCBCR)
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  const RowReader reader(tiff, l, place);
  const std::size_t stored = std::max<tmsize_t>(0, TIFFScanlineSize(tiff));
  if (stored < reader.stored_bytes()) place.damaged("the rows of the TIFF are too short");
  std::vector<std::uint8_t> row(stored);
  Image image =
      make_image(static_cast<int>(l.width), static_cast<int>(l.height), reader.channels());
  for (std::uint32_t y = 0; y < l.height; ++y) {
    if (TIFFReadScanline(tiff, row.data(), y, 0) < 0) place.damaged("the image data ends early");
    reader.convert(row.data(), image.row(static_cast<int>(y)));
  }
  return image;
}

// Tiles are small images: each row of one is converted as a row of that width, then cut and laid
// in.
Image read_tiles(TIFF* tiff, const Layout& l, const Place& place) {
  Layout tile = l;
  TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tile.width);
  TIFFGetField(tiff, TIFFTAG_TILELENGTH, &tile.height);
  place.check_pixels(tile.width, tile.height);
  if (l.photometric == PHOTOMETRIC_YCBCR)
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  const RowReader reader(tiff, tile, place);
  const std::size_t stored = std::max<tmsize_t>(0, TIFFTileRowSize(tiff));
  if (stored < reader.stored_bytes()) place.damaged("the tiles of the TIFF are too small");
  std::vector<std::uint8_t> samples(std::max<tmsize_t>(TIFFTileSize(tiff), stored * tile.height));
  Image image =
      make_image(static_cast<int>(l.width), static_cast<int>(l.height), reader.channels());
  Image row = make_image(static_cast<int>(tile.width), 1, reader.channels());
  for (std::uint32_t top = 0; top < l.height; top += tile.height)
    for (std::uint32_t left = 0; left < l.width; left += tile.width) {
      if (TIFFReadTile(tiff, samples.data(), left, top, 0, 0) < 0)
        place.damaged("the image data ends early");
      const std::size_t bytes =
          static_cast<std::size_t>(std::min(tile.width, l.width - left)) * image.channels;
      for (std::uint32_t y = 0; y < std::min(tile.height, l.height - top); ++y) {
        reader.convert(samples.data() + stored * y, row.row(0));
        std::memcpy(
            image.row(static_cast<int>(top + y)) + static_cast<std::size_t>(left) * image.channels,
            row.row(0), bytes);
      }
    }
  return image;
}

Image read_any(TIFF* tiff, const Layout& l, const Source& source, const Place& place) {
  std::array<char, 1024> why{};
  if (TIFFRGBAImageOK(tiff, why.data()) == 0)
    place.damaged(std::string("a TIFF of a kind not known: ") + why.data());
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);  // turned later, all eight ways
  std::vector<std::uint32_t> raster(static_cast<std::size_t>(l.width) * l.height);
  if (TIFFReadRGBAImageOriented(tiff, l.width, l.height, raster.data(), ORIENTATION_TOPLEFT, 1) ==
      0)
    place.damaged("the image data is broken: " + source.trouble);
  Image image =
      make_image(static_cast<int>(l.width), static_cast<int>(l.height), is_grey(l) ? 1 : 3);
  const std::size_t channels = image.channels;
  for (std::size_t i = 0; i < raster.size(); ++i) {
    const std::uint32_t v = raster[i],
                        white = 255 - TIFFGetA(v);  // libtiff has multiplied by alpha
    const std::uint32_t rgb[] = {TIFFGetR(v), TIFFGetG(v), TIFFGetB(v)};
    for (std::size_t c = 0; c < channels; ++c)
      image.pixels[channels * i + c] = static_cast<std::uint8_t>(std::min(255u, rgb[c] + white));
  }
  return image;
}

double dpi_of(TIFF* tiff) {
  float x = 0, y = 0;
  std::uint16_t unit = RESUNIT_INCH;
  if (TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x) == 0) return 0;
  TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
  if (unit == RESUNIT_NONE) return 0;
  const double both = y > 0 ? std::sqrt(static_cast<double>(x) * y) : x;  // a fax has 204 by 98
  return believable_dpi(unit == RESUNIT_CENTIMETER ? both * 2.54 : both);
}

Page read_page(TIFF* tiff, Source& source, const Place& place) {
  const Layout l = layout_of(tiff);
  place.check_pixels(l.width, l.height);
  source.trouble.clear();
  Image image = !is_plain(l) ? read_any(tiff, l, source, place)
                : l.tiled    ? read_tiles(tiff, l, place)
                             : read_plain(tiff, l, place);
  // A bad line of group 3 costs that line alone; everywhere else the rest of the strip is lost.
  const bool resumes = l.compression == COMPRESSION_CCITTFAX3 &&
                       source.trouble.find("Premature") == std::string::npos;
  if (!source.trouble.empty() && !resumes)
    place.damaged("the image data is broken: " + source.trouble);
  Page page = finished_page(place.page, upright(std::move(image), l.orientation), dpi_of(tiff),
                            l.bits == 1 && l.samples == 1);
  if (!source.trouble.empty()) page.warnings.push_back("damaged");
  return page;
}

// Where the pages lie. Thumbnails and masks beside a page are none.
std::vector<toff_t> find_pages(TIFF* tiff, Source& source, const Place& file) {
  std::vector<toff_t> pages;
  bool more = true;
  while (more) {
    std::uint32_t kind = 0;
    TIFFGetField(tiff, TIFFTAG_SUBFILETYPE, &kind);
    if (pages.empty() || (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0)
      pages.push_back(TIFFCurrentDirOffset(tiff));
    file.check_pages(static_cast<long long>(pages.size()));
    source.trouble.clear();
    more = TIFFReadDirectory(tiff) != 0;
  }
  if (!source.trouble.empty() || TIFFLastDirectory(tiff) == 0)
    file.damaged("the chain of TIFF pages is broken after page " + std::to_string(pages.size()));
  return pages;
}

}  // namespace

int read_tiff(const Job& job) {
  Source source{&job.file.scan.bytes, 0, {}};
  const Tiff tiff = open_tiff(source, job.file.options);
  if (!tiff) job.file.damaged("the TIFF header is broken: " + source.trouble);
  const std::vector<toff_t> pages = find_pages(tiff.get(), source, job.file);
  const int count = static_cast<int>(pages.size());
  for (int number = 1; number <= count; ++number) {
    if (!job.wants(number)) continue;
    const Place place = job.file.at(number);
    source.trouble.clear();
    if (TIFFSetSubDirectory(tiff.get(), pages[number - 1]) == 0)
      place.damaged("the directory of the page is broken: " + source.trouble);
    job.take(read_page(tiff.get(), source, place), count);
  }
  return count;
}

}  // namespace vanthu
