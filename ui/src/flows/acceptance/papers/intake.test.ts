import { describe, expect, it } from 'vitest';
import type { PaperView } from '../../../backend';
import { Intake, LARGEST, type Upload } from './intake';

interface Job {
  name: string;
  done: (papers: PaperView[]) => void;
  refuse: (failure: unknown) => void;
}

function setUp() {
  const jobs: Job[] = [];
  const made = { uploads: [] as readonly Upload[], papers: 0 };
  const intake = new Intake({
    send: (file) =>
      new Promise((done, refuse) => {
        jobs.push({ name: file.name, done, refuse });
      }),
    onTaken: () => {
      made.papers += 1;
    },
    onChange: (uploads) => {
      made.uploads = uploads;
    },
  });
  return { intake, jobs, made };
}

function file(name: string, size = 10): File {
  const made = new File(['x'], name);
  Object.defineProperty(made, 'size', { value: size });
  return made;
}

const settled = () => new Promise((done) => setTimeout(done, 0));

describe('Intake', () => {
  it('sends one after the other, so that papers keep the order they were chosen in', async () => {
    const { intake, jobs, made } = setUp();
    intake.add([file('a'), file('b')]);
    expect(jobs.map((job) => job.name)).toEqual(['a']);
    expect(made.uploads.map((upload) => upload.state)).toEqual(['reading', 'waiting']);
    jobs[0]?.done([]);
    await settled();
    expect(jobs.map((job) => job.name)).toEqual(['a', 'b']);
    expect(made.papers).toBe(1);
  });

  it('says why a file is refused and goes on with the others', async () => {
    const { intake, jobs, made } = setUp();
    intake.add([file('bad'), file('good')]);
    jobs[0]?.refuse({ code: 'NotAPicture', message: '不是图片', field: null, details: {} });
    await settled();
    jobs[1]?.done([]);
    await settled();
    expect(made.uploads).toHaveLength(1);
    expect(made.uploads[0]).toMatchObject({ name: 'bad', state: 'refused' });
    expect(made.uploads[0]?.failure?.message).toBe('不是图片');
    intake.dismiss(1);
    expect(made.uploads).toEqual([]);
  });

  it('refuses a file that is too large before reading it', () => {
    const { intake, jobs, made } = setUp();
    intake.add([file('huge', LARGEST + 1), file('small')]);
    expect(jobs.map((job) => job.name)).toEqual(['small']);
    expect(made.uploads[0]?.failure?.code).toBe('FileTooLarge');
  });
});
