/** A picture as the page shows it, in points. */
export interface PlacedPicture {
  width: number;
  height: number;
  /** Height of its middle on the page, 0 (top) to 1; undefined where the format has no pages. */
  middle?: number;
}

/** Side of a portrait in points: 14 mm, a small round one, to 92 mm. Icons and flags are smaller, banners and scans larger. */
const SMALLEST = 40;
const LARGEST = 260;
/** Width by height: passport pictures are 0.75 to 0.8, round ones 1, some lie a little. */
const NARROWEST = 0.6;
const WIDEST = 1.35;
/** Portraits stand in the upper part of the first page, or high in its sidebar. */
const LOWEST = 0.55;

/** True for a picture of a portrait's size, shape and place. What it shows is never looked at: a square logo at the top counts as well. */
export function isPortrait({ width, height, middle = 0 }: PlacedPicture): boolean {
  const ratio = width / height;
  const sides = [width, height];
  return (
    sides.every((side) => side >= SMALLEST && side <= LARGEST) &&
    ratio >= NARROWEST &&
    ratio <= WIDEST &&
    middle <= LOWEST
  );
}
