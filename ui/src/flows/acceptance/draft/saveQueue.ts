/**
 * Saves what is typed, one saving at a time, always the newest. Owns when to
 * save and what became of it; refuses to decide what a stale revision means:
 * that is asked of the person.
 */

/** What a saving answers. */
export interface Saved {
  /** Revision to name in the next saving. */
  revision: number;
  /** When, `YYYY-MM-DD HH:MM:SS`. */
  saved_at: string;
}

/** Where the saving stands. */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'failed'; failure: unknown }
  | { kind: 'stale' };

/** What the queue needs to know of the world. */
export interface SaveQueueOptions<Value, Answer extends Saved> {
  /** Revision last seen. */
  revision: number;
  /** Last saving. */
  savedAt: string;
  /** Saves a value against a revision. */
  send: (value: Value, revision: number) => Promise<Answer>;
  /** Whether a refusal means that somebody else saved meanwhile. */
  isStale: (failure: unknown) => boolean;
  /** Told of every saving that went through. */
  onSaved: (answer: Answer, value: Value) => void;
  /** Told whenever the state changes. */
  onState: (state: SaveState) => void;
  /** Quiet time before saving, in ms. */
  quiet?: number;
  /** Longest time that typing without a pause goes unsaved, in ms. */
  longest?: number;
}

type Timer = ReturnType<typeof setTimeout>;

/** The queue. One for each order that is open. */
export class SaveQueue<Value, Answer extends Saved> {
  readonly #options: SaveQueueOptions<Value, Answer>;
  #revision: number;
  #state: SaveState;
  #next: { value: Value } | undefined;
  #running: Promise<void> | undefined;
  #quiet: Timer | undefined;
  #latest: Timer | undefined;

  constructor(options: SaveQueueOptions<Value, Answer>) {
    this.#options = options;
    this.#revision = options.revision;
    this.#state = { kind: 'saved', at: options.savedAt };
  }

  /** Revision last seen. */
  get revision(): number {
    return this.#revision;
  }

  /** Where the saving stands. */
  get state(): SaveState {
    return this.#state;
  }

  /** Whether something typed has not been saved yet. */
  get isBehind(): boolean {
    return this.#next !== undefined || this.#running !== undefined;
  }

  /** Takes a newer value; it is saved after a quiet moment. */
  push(value: Value): void {
    this.#next = { value };
    if (this.#state.kind === 'stale') {
      return;
    }
    if (this.#running === undefined) {
      this.#enter({ kind: 'waiting' });
    }
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#start(), this.#options.quiet ?? 300);
    this.#latest ??= setTimeout(() => this.#start(), this.#options.longest ?? 1500);
  }

  /**
   * Saves at once what is not saved yet and waits for it. True when everything
   * typed so far is safe.
   */
  async flush(): Promise<boolean> {
    this.#start();
    while (this.#running !== undefined) {
      await this.#running;
      if (this.#state.kind === 'failed' || this.#state.kind === 'stale') {
        return false;
      }
      this.#start();
    }
    return this.#next === undefined;
  }

  /** Goes on from another revision, after a person chose between two versions. */
  adopt(revision: number, savedAt: string): void {
    this.#revision = revision;
    if (this.#running !== undefined) {
      return;
    }
    this.#enter(this.#next === undefined ? { kind: 'saved', at: savedAt } : { kind: 'waiting' });
  }

  /** Forgets what was not saved; for the version that a person chose not to keep. */
  drop(): void {
    this.#stopTimers();
    this.#next = undefined;
  }

  #enter(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state);
  }

  #stopTimers(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#quiet = undefined;
    this.#latest = undefined;
  }

  #start(): void {
    this.#stopTimers();
    if (this.#running !== undefined || this.#next === undefined || this.#state.kind === 'stale') {
      return;
    }
    const { value } = this.#next;
    this.#next = undefined;
    this.#enter({ kind: 'saving' });
    this.#running = this.#send(value);
  }

  async #send(value: Value): Promise<void> {
    try {
      const answer = await this.#options.send(value, this.#revision);
      this.#revision = answer.revision;
      this.#running = undefined;
      this.#options.onSaved(answer, value);
      this.#enter(
        this.#next === undefined ? { kind: 'saved', at: answer.saved_at } : { kind: 'waiting' },
      );
      // Typed while this saving ran, and its quiet time passed meanwhile.
      if (this.#next !== undefined && this.#quiet === undefined) {
        this.#start();
      }
    } catch (failure) {
      this.#running = undefined;
      // Nothing typed is given up; something newer takes its place.
      this.#next ??= { value };
      this.#enter(this.#options.isStale(failure) ? { kind: 'stale' } : { kind: 'failed', failure });
    }
  }
}
