/** Files out of what was dropped: folders are gone through, what is no table is left out. */

/** Names that tables come under. */
const TABLE = /\.(csv|tsv|txt|xls|xlsx|xlsm|htm|html)$/i;
/** Spreadsheet programs leave such files beside an open one, systems theirs in every folder. */
const NO_FILE = /^(~\$|\._|\.)/;

/** What the file chooser offers. */
export const ACCEPTED = '.csv,.tsv,.txt,.xls,.xlsx,.xlsm,.htm,.html';

/** Files to bring in, and how many were none. */
export interface Taken {
  files: File[];
  leftOut: number;
}

/** Parts tables from other files; in the order of their names, so that months stay in order. */
export function onlyTables(files: readonly File[]): Taken {
  const seen = files.filter(({ name }) => !NO_FILE.test(name));
  const tables = seen.filter(({ name }) => TABLE.test(name));
  return {
    files: tables.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    leftOut: seen.length - tables.length,
  };
}

/** All files that were dropped, those in folders and their folders included. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Asked for before the first wait: afterwards the browser has emptied it.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) {
    return [...transfer.files];
  }
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((done) =>
      (entry as FileSystemFileEntry).file(done, () => done(null)),
    );
    return file ? [file] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A reader gives a hundred at a time, and nothing at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) =>
      reader.readEntries(done, () => done([])),
    );
    if (some.length === 0) {
      return found;
    }
    found.push(...(await Promise.all(some.map(filesIn))).flat());
  }
}
