import { type Failure, toFailure } from '../../../backend';

/** Largest file the desk takes, in bytes. */
export const LARGEST = 64 * 1024 * 1024;
/** A file on its way in, or one that was refused. */
export interface Upload {
  /** Number of the upload, from 1. */
  key: number;
  /** Name of the file. */
  name: string;
  /** Where it stands. */
  state: 'waiting' | 'reading' | 'refused';
  /** Why it was refused. */
  failure: Failure | undefined;
}

/** What the intake needs of the world. */
export interface IntakeOptions<T> {
  /** Hands a file to the desk. */
  send: (file: File) => Promise<T>;
  /** Told what the desk answered to a file that it took. */
  onTaken: (answer: T) => void;
  /** Told whenever the list of uploads changes. */
  onChange: (uploads: readonly Upload[]) => void;
}

/**
 * Takes files in, each on its own: one that is refused says why and holds up no
 * other. Files that were taken leave the list; refused ones stay until seen.
 */
export class Intake<T> {
  readonly #options: IntakeOptions<T>;
  #uploads: readonly Upload[] = [];
  #queue: { key: number; file: File }[] = [];
  #running = false;
  #count = 0;

  constructor(options: IntakeOptions<T>) {
    this.#options = options;
  }

  /** Takes files in. */
  add(files: readonly File[]): void {
    const made = files.map((file) => ({ file, upload: this.#begin(file) }));
    this.#show([...this.#uploads, ...made.map(({ upload }) => upload)]);
    for (const { file, upload } of made) {
      if (upload.state === 'waiting') {
        this.#queue.push({ key: upload.key, file });
      }
    }
    this.#next();
  }

  /** Forgets a refused file. */
  dismiss(key: number): void {
    this.#show(this.#uploads.filter((upload) => upload.key !== key));
  }

  #begin(file: File): Upload {
    this.#count += 1;
    // Refused before it is read: reading it is what would hurt.
    const tooLarge = file.size > LARGEST;
    return {
      key: this.#count,
      name: file.name,
      state: tooLarge ? 'refused' : 'waiting',
      failure: tooLarge ? tooLargeBy(file.size) : undefined,
    };
  }

  #next(): void {
    // One after the other: papers then lie in the order in which they were chosen.
    const job = this.#running ? undefined : this.#queue.shift();
    if (job !== undefined) {
      this.#running = true;
      void this.#send(job.key, job.file);
    }
  }

  async #send(key: number, file: File): Promise<void> {
    this.#change(key, { state: 'reading' });
    try {
      const answer = await this.#options.send(file);
      this.dismiss(key);
      this.#options.onTaken(answer);
    } catch (refusal) {
      this.#change(key, { state: 'refused', failure: toFailure(refusal) });
    } finally {
      this.#running = false;
      this.#next();
    }
  }

  #change(key: number, change: Partial<Upload>): void {
    this.#show(this.#uploads.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  #show(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    this.#options.onChange(uploads);
  }
}

function tooLargeBy(bytes: number): Failure {
  const inMegabytes = (of: number) => String(Math.ceil(of / 1024 / 1024));
  const details = { size: inMegabytes(bytes), limit: inMegabytes(LARGEST) };
  return { code: 'FileTooLarge', message: '', field: null, details };
}
