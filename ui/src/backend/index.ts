/** What the rest of the window may take from behind the door. */
export { AFTER_IMPORT } from './afterwards';
export type * from './bindings';
export type { Backend, CommandName, Request, Response } from './door';
export { type Failure, isFailure, toFailure, UNEXPECTED } from './failure';
export {
  type Asking,
  answerKey,
  BackendProvider,
  type Deed,
  type FirmMarkFile,
  newQueryClient,
  type PaperFile,
  useAct,
  useAddPaper,
  useBackend,
  useCommand,
  useIsAsking,
  useLastDeed,
  useSetFirmMark,
} from './hooks';
