/**
 * The one door to the desk. Everything the window knows or does passes here,
 * so that a test can stand another desk behind it. Owns no state and no words.
 */
import type {
  Arrival,
  CallsUploadRef,
  Commands,
  FirmMarksView,
  MarkKind,
  PaperKind,
  PaperView,
  ReturnedDesk,
} from './bindings';

/** Name of a command. */
export type CommandName = keyof Commands;
/** What a command is given. */
export type Request<N extends CommandName> = Commands[N]['request'];
/** What a command answers. */
export type Response<N extends CommandName> = Commands[N]['response'];

/** What stands behind the window. Every promise rejects with a `Failure`. */
export interface Backend {
  /** Gives a command. */
  call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>>;
  /** Hands a file in, untouched; each of its pages becomes a paper. */
  addPaper(order: number, file: File, arrival: Arrival, kind?: PaperKind): Promise<PaperView[]>;
  /** Hands a file of signed pages in, untouched; they find their agreements by themselves. */
  addReturned(file: File, arrival: Arrival): Promise<ReturnedDesk>;
  /**
   * Puts a picture of the firm's seal or signature in force. `millimetres` is its
   * width on paper, 0 for a signature.
   */
  setFirmMark(kind: MarkKind, millimetres: number, file: File): Promise<FirmMarksView>;
  /**
   * Hands a piece of a file of call records in. `upload` is 0 for the first
   * piece and afterwards the number that was answered to it.
   */
  receiveCalls(upload: number, name: string, piece: Blob): Promise<CallsUploadRef>;
  /** Address of a page picture, for example `agreement/QF-2026-000001/3?width=900`. */
  picture(path: string): string;
}
