/** What a reader says of a paper. The desk's own answer has this shape, field for field. */

/** Four corners on a page in pixels of its full size, clockwise from the document's own top left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Across and down. */
export type Point = readonly [x: number, y: number];

/** Who vouches for a value: the print, the two-dimensional code, the check digit. */
export type Witness = 'ocr' | 'qr' | 'checksum';

/** One field with its evidence. */
export interface FieldReading {
  /** As printed. */
  text: string;
  /** The day it means, `YYYY-MM-DD` or `long-term`; only of fields that are dates. */
  date?: string;
  /** How sure the reader is, 0 … 1. */
  confidence: number;
  witnesses: readonly Witness[];
  /** Where it stands on the page. */
  box: Corners;
  /** Whether a person must look before it is used. */
  verify: boolean;
}

/** Kinds of documents that are told apart. */
export type DocumentKind = 'licence' | 'id-portrait' | 'id-emblem' | 'other';

/** One document on a page. */
export interface DocumentReading {
  kind: DocumentKind;
  /** Where it lies on the page. */
  box: Corners;
  /** Degrees clockwise by which it must be turned to stand upright. */
  rotation: number;
  /** By the names the reader gives, for example `uscc`. */
  fields: Readonly<Record<string, FieldReading>>;
}

/** A value on the form together with where it was read. */
export interface Evidence {
  reading: FieldReading;
  /** The paper's number in the store. */
  paper: number;
  /** What the paper is, in words. */
  paperName: string;
  /** Size of the whole page, in the pixels that `box` counts in. */
  page: { width: number; height: number };
  /** Address of a picture of the place alone; none while it is on its way. */
  crop: string | undefined;
  /** What speaks against it, as sentences: another paper, another witness. */
  doubts: readonly string[];
  /** Whether a person has looked and stands by what is on the form. */
  settled: boolean;
}
