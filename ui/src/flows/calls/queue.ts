/**
 * Files of call records on their way in, one behind the other: handed over in
 * pieces and looked at in one lane, imported in another. Owns the order and
 * the steps; shows nothing.
 */
import {
  type CallsImport,
  type CallsRun,
  type CallsSurvey,
  type CallsUploadRef,
  toFailure,
} from '../../backend';
import { afterRun, afterSurvey, isOver, type QueuedFile, type Step, sameHeads } from './steps';

/** Bytes of one piece: so large that few are needed, so small that memory stays flat. */
export const PIECE = 4 * 1024 * 1024;
/** Between two looks at an import. */
const EVERY_MS = 400;

/** What the row asks of the desk. */
export interface QueueDesk {
  receive(upload: number, name: string, piece: Blob): Promise<CallsUploadRef>;
  survey(upload: number): Promise<CallsSurvey>;
  begin(wanted: CallsImport): Promise<CallsRun>;
  state(): Promise<CallsRun | null>;
  cancel(): Promise<unknown>;
  /** Told when the desk's call records have changed. */
  changed(): void;
  pause(milliseconds: number): Promise<void>;
}

/** The row of files. */
export interface CallQueue {
  subscribe(listener: () => void): () => void;
  files(): readonly QueuedFile[];
  add(files: readonly File[]): void;
  /** Imports a file with its columns as confirmed. */
  confirm(id: number, wanted: CallsImport): void;
  /** Imports every file that was recognised. */
  importReady(): void;
  /** Begins anew with a file that was refused or cancelled. */
  again(id: number): void;
  /** Takes a file out; one being imported stays. */
  remove(id: number): void;
  /** Takes out those that are over. */
  tidy(): void;
  cancel(): void;
  /** Begins to ask, and follows an import that was begun before this row stood. */
  start(): Promise<void>;
  /** Asks the desk nothing more. */
  stop(): void;
}

/** An empty row. */
export function makeQueue(desk: QueueDesk): CallQueue {
  const row = makeRow();
  const send = makeLane(
    () => row.first('waiting'),
    (file) => bringIn(desk, row, file),
  );
  const load = makeLane(
    () => row.first('queued'),
    (file) => importOne(desk, row, file),
  );
  return {
    subscribe: row.subscribe,
    files: row.files,
    add(files) {
      row.append(files.map((file) => ({ name: file.name, size: file.size, file })));
      void send();
    },
    confirm(id, wanted) {
      const step = row.step(id);
      if (step?.at === 'layout' || step?.at === 'ready') {
        row.set(id, { at: 'queued', survey: step.survey, wanted });
        void load();
      }
    },
    importReady() {
      for (const { id, step } of row.files()) {
        if (step.at === 'ready') {
          row.set(id, { at: 'queued', survey: step.survey, wanted: asFound(step.survey) });
        }
      }
      void load();
    },
    again(id) {
      row.set(id, { at: 'waiting' });
      void send();
    },
    remove: (id) => row.keep((file) => file.id !== id || file.step.at === 'importing'),
    tidy: () => row.keep((file) => !isOver(file)),
    cancel() {
      const file = row.first('importing');
      if (file?.step.at === 'importing') {
        row.set(file.id, { ...file.step, stopping: true });
        // Whether it came in time, the next look at the import tells.
        void desk.cancel().catch(() => undefined);
      }
    },
    start() {
      row.setOpen(true);
      return adopt(desk, row);
    },
    stop: () => row.setOpen(false),
  };
}

type Row = ReturnType<typeof makeRow>;

function makeRow() {
  let files: readonly QueuedFile[] = [];
  let next = 1;
  let open = true;
  const listeners = new Set<() => void>();
  const put = (now: readonly QueuedFile[]) => {
    files = now;
    for (const listener of listeners) {
      listener();
    }
  };
  return {
    files: () => files,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    append(added: readonly Pick<QueuedFile, 'name' | 'size' | 'file'>[]) {
      const waiting: Step = { at: 'waiting' };
      put([...files, ...added.map((one) => ({ ...one, id: next++, step: waiting }))]);
      return next - 1;
    },
    first: (at: Step['at']) => (open ? files.find(({ step }) => step.at === at) : undefined),
    step: (id: number) => files.find((file) => file.id === id)?.step,
    set: (id: number, step: Step) =>
      put(files.map((file) => (file.id === id ? { ...file, step } : file))),
    keep: (wanted: (file: QueuedFile) => boolean) => put(files.filter(wanted)),
    isOpen: () => open,
    setOpen: (now: boolean) => {
      open = now;
    },
  };
}

/** Does one after the other as long as there is one; a second call joins the first. */
function makeLane<T>(next: () => T | undefined, work: (one: T) => Promise<void>) {
  let busy = false;
  return async () => {
    if (busy) {
      return;
    }
    busy = true;
    for (let one = next(); one !== undefined; one = next()) {
      await work(one);
    }
    busy = false;
  };
}

async function bringIn(desk: QueueDesk, row: Row, { id, name, file }: QueuedFile): Promise<void> {
  try {
    const upload = file && (await handOver(desk, row, id, file));
    if (upload) {
      row.set(id, { at: 'looking' });
      row.set(id, afterSurvey(await desk.survey(upload)));
    } else if (row.step(id)) {
      throw { code: 'FileUnreadable', message: '', field: null, details: { name } };
    }
  } catch (error) {
    row.set(id, { at: 'failed', failure: toFailure(error) });
  }
}

/** The number of the file at the desk; nothing when it was taken out meanwhile. */
async function handOver(desk: QueueDesk, row: Row, id: number, file: File): Promise<number> {
  let upload = 0;
  let sent = 0;
  // An empty file has one empty piece: the desk says what is wrong with it.
  do {
    row.set(id, { at: 'sending', sent });
    const piece = file.slice(sent, sent + PIECE);
    upload = (await desk.receive(upload, file.name, piece)).upload;
    sent += piece.size;
    if (!row.step(id) || !row.isOpen()) {
      return 0;
    }
  } while (sent < file.size);
  return upload;
}

function asFound({ upload, carrier, columns }: CallsSurvey): CallsImport {
  return { upload, carrier: carrier ?? '', columns };
}

async function importOne(desk: QueueDesk, row: Row, { id, step }: QueuedFile): Promise<void> {
  if (step.at !== 'queued') {
    return;
  }
  const { survey, wanted } = step;
  try {
    await otherImport(desk, row);
    const run = await withUpload(desk, row, id, wanted.upload, (upload) =>
      desk.begin({ ...wanted, upload }),
    );
    row.set(id, { at: 'importing', survey, run, stopping: false });
    await follow(desk, row, id);
    await lookAgain(desk, row, survey);
  } catch (error) {
    // Refused before it began: the columns are looked at once more.
    row.set(id, { at: 'layout', survey, failure: toFailure(error) });
  }
}

/** Waits until an import is over that was begun before this row stood: there is one at a time. */
async function otherImport(desk: QueueDesk, row: Row): Promise<void> {
  while (row.first('importing')) {
    await desk.pause(EVERY_MS);
  }
}

/** Does something with a file at the desk, which keeps few: one let go is handed over once more. */
async function withUpload<T>(
  desk: QueueDesk,
  row: Row,
  id: number,
  upload: number,
  work: (upload: number) => Promise<T>,
): Promise<T> {
  try {
    return await work(upload);
  } catch (error) {
    const file = row.files().find((one) => one.id === id)?.file;
    if (toFailure(error).code !== 'UploadGone' || !file) {
      throw error;
    }
    return work(await handOver(desk, row, id, file));
  }
}

/** Looks at an import until it is over. */
async function follow(desk: QueueDesk, row: Row, id: number): Promise<void> {
  while (row.isOpen()) {
    const before = row.step(id);
    if (before?.at !== 'importing') {
      return;
    }
    const over = afterRun(before.run);
    if (over) {
      row.set(id, over);
      desk.changed();
      return;
    }
    await desk.pause(EVERY_MS);
    const run = await desk.state().catch(() => before.run);
    const now = row.step(id);
    if (now?.at === 'importing') {
      row.set(id, { ...now, run: run ?? { ...now.run, over: true } });
    }
  }
}

/** Files with the same heads are known by the layout that was just remembered. */
async function lookAgain(desk: QueueDesk, row: Row, known: CallsSurvey): Promise<void> {
  for (const { id, step } of row.files()) {
    if (step.at === 'layout' && row.isOpen() && sameHeads(step.survey, known)) {
      await lookAt(desk, row, id, step);
    }
  }
}

async function lookAt(
  desk: QueueDesk,
  row: Row,
  id: number,
  step: Extract<Step, { at: 'layout' }>,
): Promise<void> {
  try {
    const survey = await withUpload(desk, row, id, step.survey.upload, desk.survey);
    // Meanwhile a person may have confirmed it by hand.
    if (row.step(id) === step || row.step(id)?.at === 'sending') {
      row.set(id, afterSurvey(survey));
    }
  } catch (error) {
    row.set(id, { ...step, failure: toFailure(error) });
  }
}

async function adopt(desk: QueueDesk, row: Row): Promise<void> {
  const run = await desk.state().catch(() => null);
  if (run && !run.over && !row.first('importing')) {
    const id = row.append([{ name: run.file_name, size: 0, file: null }]);
    row.set(id, { at: 'importing', survey: null, run, stopping: false });
    await follow(desk, row, id);
  }
}
