import { describe, expect, it } from 'vitest';
import { droppedFiles, onlyTables } from './takeFiles';

const file = (name: string) => new File(['x'], name);
const leaf = (name: string) => ({
  isFile: true,
  file: (done: (file: File) => void) => done(file(name)),
});

function folder(...inside: object[]) {
  return {
    isFile: false,
    createReader: () => {
      // Two at a time, as a real one gives a hundred.
      const rest = [...inside];
      return { readEntries: (done: (some: object[]) => void) => done(rest.splice(0, 2)) };
    },
  };
}

describe('what was dropped', () => {
  it('is gone through to the last folder', async () => {
    const entries = [leaf('a.csv'), folder(leaf('b.xls'), leaf('c.xlsx'), folder(leaf('d.txt')))];
    const transfer = {
      items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
      files: [],
    } as unknown as DataTransfer;
    const names = (await droppedFiles(transfer)).map(({ name }) => name);
    expect(names.sort()).toEqual(['a.csv', 'b.xls', 'c.xlsx', 'd.txt']);
  });

  it('brings tables in, by name, and says how many were none', () => {
    const names = ['2026-10.CSV', '说明.docx', '~$2026-10.xlsx', '.DS_Store', '2026-09.xls'];
    const { files, leftOut } = onlyTables(names.map(file));
    expect(files.map(({ name }) => name)).toEqual(['2026-09.xls', '2026-10.CSV']);
    expect(leftOut).toBe(1);
  });
});
