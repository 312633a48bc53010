/** A picture of known size, as `loadPicture` gives it. */
export interface Logo {
  data: Uint8Array;
  type: 'png' | 'jpg';
  /** Pixels. */
  width: number;
  height: number;
}
