/** What a field on the form knows of the paper it was read off. */
import type { Proposal } from '../../backend';

/** Four corners on a page in pixels of its full size, clockwise from the document's own top left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Across and down. */
export type Point = readonly [x: number, y: number];

/** Who vouches for a value: the print, the two-dimensional code, the check digit. */
export type Witness = Proposal['witnesses'][number];

/** One field as it was read; of the desk's proposal, what a field shows. */
export type FieldReading = Pick<
  Proposal,
  'text' | 'value' | 'confidence' | 'witnesses' | 'corners' | 'verify'
>;

/** A value on the form together with where it was read. */
export interface Evidence {
  reading: FieldReading;
  /** The paper's number in the store. */
  paper: number;
  /** What the paper is, in words. */
  paperName: string;
  /** Size of the whole page, in the pixels that `corners` count in. */
  page: { width: number; height: number };
  /** Address of a picture of the place alone; none while it is on its way. */
  crop: string | undefined;
  /** What speaks against it, as sentences: another paper, another witness. */
  doubts: readonly string[];
  /** Whether a person has looked and stands by what is on the form. */
  settled: boolean;
}
