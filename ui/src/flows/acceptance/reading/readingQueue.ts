/**
 * Has papers read, one at a time, because a reading keeps the whole machine busy.
 * Owns the order and what became of each; one that fails holds up no other, and is
 * tried again only when a person asks. Refuses to know what a reading says.
 */
import { type Failure, toFailure } from '../../../backend';
import type { Corners } from '../../../parts/reading/types';

/** Where the reading of a paper stands; a paper not named is read, or not to be read. */
export type PaperStanding =
  | { kind: 'waiting' }
  | { kind: 'reading' }
  | { kind: 'failed'; failure: Failure };

/** Papers whose reading is under way or failed. */
export type Standings = ReadonlyMap<number, PaperStanding>;

/** What the queue needs of the world. */
export interface ReadingQueueOptions<Answer> {
  /** Has one paper read, within corners where a person showed them of one of its documents. */
  read: (paper: number, corners: Corners | null, document: number | null) => Promise<Answer>;
  /** Told of every paper that was read. */
  onRead: (answer: Answer) => void;
  /** Told whenever something stands elsewhere. */
  onChange: (standings: Standings) => void;
}

interface Job {
  paper: number;
  corners: Corners | null;
  document: number | null;
}

/** The queue. One for each order that is open. */
export class ReadingQueue<Answer> {
  readonly #options: ReadingQueueOptions<Answer>;
  #standings: Standings = new Map();
  #jobs: Job[] = [];
  #running = false;

  constructor(options: ReadingQueueOptions<Answer>) {
    this.#options = options;
  }

  /**
   * Says which papers are still to be read; those that wait and are not among them
   * any more are left alone.
   */
  want(papers: readonly number[]): void {
    const wanted = new Set(papers);
    this.#jobs = this.#jobs.filter((job) => job.corners !== null || wanted.has(job.paper));
    const waiting = new Set(this.#jobs.map((job) => job.paper));
    const standings = new Map(
      [...this.#standings].filter(([paper, { kind }]) => kind !== 'waiting' || waiting.has(paper)),
    );
    for (const paper of wanted) {
      if (!standings.has(paper)) {
        standings.set(paper, { kind: 'waiting' });
        this.#jobs.push({ paper, corners: null, document: null });
      }
    }
    this.#show(standings);
    this.#next();
  }

  /** Reads a paper again, before any other: after a failure, or within other corners. */
  again(paper: number, corners: Corners | null = null, document: number | null = null): void {
    this.#jobs = [{ paper, corners, document }, ...this.#jobs.filter((job) => job.paper !== paper)];
    if (this.#standings.get(paper)?.kind !== 'reading') {
      this.#mark(paper, { kind: 'waiting' });
    }
    this.#next();
  }

  /** Begins no more readings; the one under way comes to its end. */
  stop(): void {
    this.#jobs = [];
    this.#show(new Map([...this.#standings].filter(([, { kind }]) => kind === 'reading')));
  }

  #next(): void {
    const job = this.#running ? undefined : this.#jobs.shift();
    if (job !== undefined) {
      this.#running = true;
      void this.#read(job);
    }
  }

  async #read({ paper, corners, document }: Job): Promise<void> {
    this.#mark(paper, { kind: 'reading' });
    try {
      const answer = await this.#options.read(paper, corners, document);
      this.#options.onRead(answer);
      this.#mark(paper, undefined);
    } catch (refusal) {
      this.#mark(paper, { kind: 'failed', failure: toFailure(refusal) });
    } finally {
      this.#running = false;
      if (this.#jobs.some((job) => job.paper === paper)) {
        this.#mark(paper, { kind: 'waiting' });
      }
      this.#next();
    }
  }

  #mark(paper: number, standing: PaperStanding | undefined): void {
    const standings = new Map(this.#standings);
    if (standing === undefined) {
      standings.delete(paper);
    } else {
      standings.set(paper, standing);
    }
    this.#show(standings);
  }

  #show(standings: Standings): void {
    if (standings.size > 0 || this.#standings.size > 0) {
      this.#standings = standings;
      this.#options.onChange(standings);
    }
  }
}
