import type { ExtractLimits } from '../types';

/** Which pages are drawn and how large. Crosses to the parsing process: plain data only. */
export interface PageSettings {
  /** 1-based; absent: all, as many as the limit of pages allows. */
  pages?: number[];
  /** Pixels across; goes before `dpi`. A picture is never made larger than it is. */
  width?: number;
  /** Dots an inch, 110 unless told otherwise. A picture of a page is taken to be as long as A4. */
  dpi?: number;
  /** Small ones for a list: 240 pixels across. */
  thumbnails?: boolean;
  /** `PageInfo.turned` of recognised pages, by number: these are drawn upright, as their lines' boxes mean them. */
  turned?: Record<number, number>;
}

export interface PageOptions extends PageSettings {
  password?: string | readonly string[];
  limits?: Partial<ExtractLimits>;
  signal?: AbortSignal;
}

export interface PageImage {
  /** 1-based. */
  page: number;
  /** Pixels. */
  width: number;
  height: number;
  png: Buffer;
}
