import { describe, expect, it, vi } from 'vitest';
import type { CallFileLine, CallsRun, CallsSurvey } from '../../backend';
import { makeQueue, PIECE, type QueueDesk } from './queue';
import type { QueuedFile } from './steps';

const COLUMN = { head: '主叫号码', meaning: 'caller', unit: '', unsure: false };

function surveyOf(upload: number, more: Partial<CallsSurvey> = {}): CallsSurvey {
  return {
    upload,
    file_name: `${upload}.csv`,
    format: 'csv',
    encoding: 'UTF-8',
    carrier: '联通',
    columns: [COLUMN],
    sample: [],
    doubts: [],
    known_file: false,
    ...more,
  };
}

const DONE = { id: 1, imported: 12 } as CallFileLine;

function runOf(more: Partial<CallsRun> = {}): CallsRun {
  return { file_name: '1.csv', part: 0, rows: 0, over: false, done: null, failure: null, ...more };
}

function refusal(code: string) {
  return { code, message: '不行', field: null, details: {} };
}

function deskOf(more: Partial<QueueDesk> = {}) {
  let last = 0;
  const desk = {
    receive: vi.fn(async (upload: number, _name: string, _piece: Blob) => {
      last = upload === 0 ? last + 1 : upload;
      return { upload: last };
    }),
    survey: vi.fn(async (upload: number) => surveyOf(upload)),
    begin: vi.fn(async () => runOf()),
    state: vi.fn(async (): Promise<CallsRun | null> => runOf({ over: true, done: DONE })),
    cancel: vi.fn(async () => null),
    changed: vi.fn(),
    pause: async () => undefined,
  };
  return { ...desk, ...more } as typeof desk;
}

const steps = (files: readonly QueuedFile[]) => files.map(({ step }) => step.at);
const file = (name: string, size = 3) => new File([new Uint8Array(size)], name);

describe('files of call records', () => {
  it('are handed over in pieces under the number the first was given', async () => {
    const desk = deskOf();
    const queue = makeQueue(desk);
    queue.add([file('十月.csv', PIECE + 5)]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['ready']));
    expect(desk.receive.mock.calls.map(([upload, , piece]) => [upload, piece.size])).toEqual([
      [0, PIECE],
      [1, 5],
    ]);
  });

  it('that are recognised wait for one key and are then imported one after the other', async () => {
    const desk = deskOf();
    const queue = makeQueue(desk);
    queue.add([file('a.csv'), file('b.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['ready', 'ready']));
    expect(desk.begin).not.toHaveBeenCalled();
    queue.importReady();
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['done', 'done']));
    expect(desk.begin).toHaveBeenCalledTimes(2);
    expect(desk.changed).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['without a carrier', { carrier: null }],
    ['with a doubt', { doubts: ['时长的单位不能确定'] }],
    ['with an unsure column', { columns: [{ ...COLUMN, unsure: true }] }],
  ])('%s are for a person to confirm', async (_, more) => {
    const queue = makeQueue(deskOf({ survey: async (upload) => surveyOf(upload, more) }));
    queue.add([file('a.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['layout']));
    queue.importReady();
    expect(steps(queue.files())).toEqual(['layout']);
  });

  it('with the heads of one just confirmed are recognised by that', async () => {
    const known = new Set<string>();
    const desk = deskOf({
      survey: async (upload) => surveyOf(upload, known.size === 0 ? { carrier: null } : {}),
      begin: async ({ carrier }) => {
        known.add(carrier);
        return runOf();
      },
    });
    const queue = makeQueue(desk);
    queue.add([file('a.csv'), file('b.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['layout', 'layout']));
    queue.confirm(1, { upload: 1, carrier: '联通', columns: [COLUMN] });
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['done', 'ready']));
  });

  it('whose columns are refused come back to be looked at, with the reason', async () => {
    const desk = deskOf({ begin: () => Promise.reject(refusal('LayoutIncomplete')) });
    const queue = makeQueue(desk);
    queue.add([file('a.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['ready']));
    queue.importReady();
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['layout']));
    expect(queue.files()[0]?.step).toMatchObject({ failure: { code: 'LayoutIncomplete' } });
  });

  it('are cancelled when the desk says so, and not before', async () => {
    let cancelled = false;
    const failure = refusal('CallsCancelled');
    const desk = deskOf({
      state: async () => runOf(cancelled ? { over: true, failure } : {}),
      cancel: async () => {
        cancelled = true;
      },
      pause: () => new Promise((done) => setTimeout(done, 1)),
    });
    const queue = makeQueue(desk);
    queue.add([file('a.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['ready']));
    queue.importReady();
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['importing']));
    queue.cancel();
    expect(queue.files()[0]?.step).toMatchObject({ stopping: true });
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['cancelled']));
  });

  it('that fail do not hold up those behind them', async () => {
    const survey = async (upload: number) =>
      upload === 1 ? Promise.reject(refusal('NotATable')) : surveyOf(upload);
    const queue = makeQueue(deskOf({ survey }));
    queue.add([file('a.doc'), file('b.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['failed', 'ready']));
  });

  it('that the desk let go are handed over once more before they are imported', async () => {
    const desk = deskOf({
      begin: vi.fn(async ({ upload }) =>
        upload === 1 ? Promise.reject(refusal('UploadGone')) : runOf(),
      ),
    });
    const queue = makeQueue(desk);
    queue.add([file('a.csv')]);
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['ready']));
    queue.importReady();
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['done']));
    expect(desk.receive).toHaveBeenCalledTimes(2);
  });

  it('wait for an import that was begun before', async () => {
    let over = false;
    const desk = deskOf({
      state: async () => runOf(over ? { over, done: DONE } : {}),
      pause: () => new Promise<void>((done) => setTimeout(done, 1)),
    });
    const queue = makeQueue(desk);
    void queue.start();
    queue.add([file('a.csv')]);
    await vi.waitFor(() => expect(steps(queue.files()).sort()).toEqual(['importing', 'ready']));
    queue.importReady();
    await new Promise((done) => setTimeout(done, 10));
    expect(desk.begin).not.toHaveBeenCalled();
    over = true;
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['done', 'done']));
  });

  it('being imported already are found again', async () => {
    let over = false;
    const state = async () => runOf(over ? { over, done: DONE } : { rows: 5 });
    const pause = () => new Promise<void>((done) => setTimeout(done, 1));
    const queue = makeQueue(deskOf({ state, pause }));
    void queue.start();
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['importing']));
    over = true;
    await vi.waitFor(() => expect(steps(queue.files())).toEqual(['done']));
  });
});
