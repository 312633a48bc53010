/** A grey picture, one byte a pixel, 255 white. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** RGBA over white paper, by the luma weights of Rec. 601. */
export function greyFromRgba(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Grey {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i++, j += 4) {
    const luma = 0.299 * rgba[j] + 0.587 * rgba[j + 1] + 0.114 * rgba[j + 2];
    const alpha = rgba[j + 3] / 255;
    data[i] = luma * alpha + 255 * (1 - alpha);
  }
  return { width, height, data };
}

/** A quarter turn clockwise, `turns` times. */
export function rotate(picture: Grey, turns: number): Grey {
  let out = picture;
  for (let t = 0; t < ((turns % 4) + 4) % 4; t++) {
    const { width, height, data } = out;
    const turned = new Uint8Array(data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = data[y * width + x];
    }
    out = { width: height, height: width, data: turned };
  }
  return out;
}

/**
 * A cubic B-spline enlargement, for pages of few dots an inch: it rounds the steps of a fax's letters, which Tesseract then reads better than sharp ones
 * (Unser, Aldroubi, Eden: B-spline signal processing, 1993; without the prefilter, so that it smooths).
 */
export function smoothEnlarge({ width, height, data }: Grey, factor: number): Grey {
  const [w, h] = [Math.round(width * factor), Math.round(height * factor)];
  const [across, down] = [splineTaps(width, w), splineTaps(height, h)];
  const rows = new Uint8Array(w * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0.5;
      for (let t = x * TAPS; t < (x + 1) * TAPS; t++) sum += across.weights[t] * data[y * width + across.from[t]];
      rows[y * w + x] = sum;
    }
  }
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let t = y * TAPS, x = 0; x < w; x++) {
      let sum = 0.5;
      for (let i = 0; i < TAPS; i++) sum += down.weights[t + i] * rows[down.from[t + i] * w + x];
      out[y * w + x] = sum;
    }
  }
  return { width: w, height: h, data: out };
}

/** Pixels that make one of the enlarged picture, along one side. */
const TAPS = 4;

function splineTaps(from: number, to: number): { from: Uint32Array; weights: Float32Array } {
  const taps = { from: new Uint32Array(to * TAPS), weights: new Float32Array(to * TAPS) };
  for (let i = 0; i < to; i++) {
    const at = ((i + 0.5) * from) / to - 0.5;
    const first = Math.floor(at) - 1;
    const t = at - Math.floor(at);
    const weights = [(1 - t) ** 3, 3 * t ** 3 - 6 * t ** 2 + 4, -3 * t ** 3 + 3 * t ** 2 + 3 * t + 1, t ** 3];
    weights.forEach((weight, k) => {
      taps.from[i * TAPS + k] = Math.min(from - 1, Math.max(0, first + k));
      taps.weights[i * TAPS + k] = weight / 6;
    });
  }
  return taps;
}

/** Bilinear enlargement; the mean of the covered pixels when made smaller. */
export function scale(picture: Grey, factor: number): Grey {
  if (factor === 1) return picture;
  return factor < 1 ? shrink(picture, factor) : enlarge(picture, factor);
}

function shrink({ width, height, data }: Grey, factor: number): Grey {
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const [y0, y1] = [
      Math.floor((y * height) / h),
      Math.max(Math.floor(((y + 1) * height) / h), Math.floor((y * height) / h) + 1),
    ];
    for (let x = 0; x < w; x++) {
      const [x0, x1] = [
        Math.floor((x * width) / w),
        Math.max(Math.floor(((x + 1) * width) / w), Math.floor((x * width) / w) + 1),
      ];
      let sum = 0;
      for (let v = y0; v < y1; v++) for (let u = x0; u < x1; u++) sum += data[v * width + u];
      out[y * w + x] = sum / ((y1 - y0) * (x1 - x0));
    }
  }
  return { width: w, height: h, data: out };
}

function enlarge({ width, height, data }: Grey, factor: number): Grey {
  const [w, h] = [Math.round(width * factor), Math.round(height * factor)];
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const sy = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const y0 = Math.floor(sy);
    const y1 = Math.min(height - 1, y0 + 1);
    for (let x = 0; x < w; x++) {
      const sx = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
      const x0 = Math.floor(sx);
      const x1 = Math.min(width - 1, x0 + 1);
      const upper = data[y0 * width + x0] * (1 - sx + x0) + data[y0 * width + x1] * (sx - x0);
      const lower = data[y1 * width + x0] * (1 - sx + x0) + data[y1 * width + x1] * (sx - x0);
      out[y * w + x] = upper * (1 - sy + y0) + lower * (sy - y0);
    }
  }
  return { width: w, height: h, data: out };
}

/** Binary PGM: what Leptonica reads without any decoding. */
export function toPgm({ width, height, data }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}

/** Turns the picture by a small slope (rise over run), so that lines which fall by `slope` become level. */
export function shear(picture: Grey, slope: number): Grey {
  const { width, height, data } = picture;
  const out = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // A rotation by a small angle: x moves with y as well, or letters would lean.
      const sx = Math.round(x - slope * (y - height / 2));
      const sy = Math.round(y + slope * (x - width / 2));
      if (sx >= 0 && sx < width && sy >= 0 && sy < height) out[y * width + x] = data[sy * width + sx];
    }
  }
  return { width, height, data: out };
}
