import type {
  Finding,
  Form,
  OrderSaved,
  OrderState,
  OrderView,
  PaperView,
  Review,
} from '../../../backend';
import { differences, type FormPath, type FormValue, filledPaths, withValue } from '../form/path';
import { NO_FINDINGS, type Problems, problemsOf } from '../form/problems';
import { SaveQueue, type SaveState } from './saveQueue';

/** What the screen shows of an order. Replaced as a whole, never changed in place. */
export interface DraftState {
  /** The form as typed: the truth of this screen. */
  form: Form;
  /** The desk's last word on it. */
  review: Review;
  /** The same, sorted. */
  problems: Problems;
  /** Fields that the person has left at least once. */
  touched: ReadonlySet<string>;
  /** Show every finding, touched or not. */
  showAll: boolean;
  /** Where the saving stands. */
  save: SaveState;
  /** Where the order stands. */
  order: OrderState;
  /** Papers attached. */
  papers: PaperView[];
  /** Those of them that wait to be read, or are being read. */
  toRead: readonly number[];
  /** What stands in the store, when it was saved elsewhere meanwhile. */
  theirs: OrderView | undefined;
}

/** What a draft asks of the desk. */
export interface DraftDesk {
  /** Saves the form. */
  save: (form: Form, revision: number) => Promise<OrderSaved>;
  /** The order as it stands in the store. */
  show: () => Promise<OrderView>;
  /** Whether a refusal means that somebody else saved meanwhile. */
  isStale: (failure: unknown) => boolean;
}

const PERSON_KEYS = [
  'name',
  'id_kind',
  'id_number',
  'id_expiry',
  'mobile',
  'office_phone',
] as const;

const kindsOf = (papers: readonly PaperView[]) => papers.map(({ kind }) => kind);

/** With the handler being the legal representative, one is a copy of the other. */
function agreed(form: Form): Form {
  if (!form.handler_is_legal_representative) {
    return form;
  }
  const { handler, legal_representative: legal } = form;
  const same = PERSON_KEYS.every((key) => handler[key] === legal[key]);
  return same ? form : { ...form, handler: legal };
}

/**
 * An order being filled in: the form as typed, what the desk says of it, and
 * the saving. Owns no drawing; fields listen to what concerns them.
 */
export class Draft {
  /** Order's number in the store. */
  readonly id: number;
  readonly #desk: DraftDesk;
  readonly #queue: SaveQueue<Form, OrderSaved>;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  /** The form as the desk last had it from or gave it to this screen. */
  #kept: Form;

  constructor(view: OrderView, desk: DraftDesk) {
    this.id = view.id;
    this.#desk = desk;
    this.#kept = view.form;
    this.#queue = new SaveQueue({
      revision: view.revision,
      savedAt: view.saved_at,
      send: desk.save,
      isStale: desk.isStale,
      onSaved: (saved, form) => this.#take(saved, form),
      onState: (save) => this.#enter(save),
    });
    this.#state = {
      form: view.form,
      review: view.review,
      problems: problemsOf(view.review, view.form),
      touched: new Set(filledPaths(view.form)),
      showAll: false,
      save: this.#queue.state,
      order: view.state,
      papers: view.papers,
      toRead: [],
      theirs: undefined,
    };
  }

  /** What the screen shows now. */
  get state(): DraftState {
    return this.#state;
  }

  /** Revision last seen. */
  get revision(): number {
    return this.#queue.revision;
  }

  /** Calls `listener` after every change; returns how to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Puts a value into a field and has it saved. */
  set<Path extends FormPath>(
    path: Path,
    value: NonNullable<FormValue<Path>> | Extract<FormValue<Path>, null>,
  ): void {
    this.change((form) => withValue(form, path, value));
  }

  /** Changes several fields at once and has them saved. */
  change(edit: (form: Form) => Form): void {
    const form = agreed(edit(this.#state.form));
    if (form === this.#state.form) {
      return;
    }
    const tick =
      form.handler_is_legal_representative !== this.#state.form.handler_is_legal_representative;
    const { review, problems } = this.#state;
    this.#patch({ form, problems: tick ? this.#problems(review, form) : problems });
    this.#queue.push(form);
  }

  /** The person has left a field: from now on it shows what is found there. */
  touch(path: string): void {
    if (!this.#state.touched.has(path)) {
      this.#patch({ touched: new Set(this.#state.touched).add(path) });
    }
  }

  /** The rows of the bound numbers have moved: those filled in count as touched. */
  touchRows(): void {
    const others = [...this.#state.touched].filter((path) => !path.startsWith('bound.'));
    const rows = filledPaths(this.#state.form).filter((path) => path.startsWith('bound.'));
    this.#patch({ touched: new Set([...others, ...rows]) });
  }

  /** Shows every finding from now on. */
  showAll(): void {
    if (!this.#state.showAll) {
      this.#patch({ showAll: true });
    }
  }

  /** What to show at a field. */
  findingsAt(path: string): Finding[] {
    const { problems, showAll, touched } = this.#state;
    // The parts of a time window are left together with the popover that holds them.
    const left = path.replace(/(\.windows)\..*$/, '$1');
    return (
      (showAll || touched.has(path) || touched.has(left) ? problems.byPath.get(path) : undefined) ??
      NO_FINDINGS
    );
  }

  /** Saves what is not saved yet. True when everything typed is safe. */
  flush = (): Promise<boolean> => this.#queue.flush();

  /**
   * Something beside the form bears on what the desk makes of it: saves the form
   * as it is, to have it looked through anew.
   */
  saveAnew(): Promise<boolean> {
    this.#queue.push(this.#state.form);
    return this.flush();
  }

  /** Papers came, changed or went: asks the desk anew what it makes of the order. */
  async refresh(): Promise<void> {
    const view = await this.#desk.show();
    const { review, papers, state: order } = view;
    this.#patch({ papers });
    if (view.revision < this.#queue.revision) {
      // A saving overtook the answer; its review is the newer one.
      return;
    }
    this.#patch({ review, order, problems: this.#problems(review, this.#state.form) });
    this.#follow(view);
  }

  /** Puts papers on the screen at once; the desk's word on them comes later. */
  setPapers(papers: PaperView[]): void {
    this.#patch({ papers });
  }

  /** Says which papers wait to be read: until then they stand open. */
  setToRead(toRead: readonly number[]): void {
    if (toRead.join() !== this.#state.toRead.join()) {
      this.#state = { ...this.#state, toRead };
      this.#patch({ problems: this.#problems(this.#state.review, this.#state.form) });
    }
  }

  /** Of two versions, goes on with the one on this screen. */
  async keepMine(): Promise<boolean> {
    const theirs = this.#state.theirs;
    if (theirs === undefined) {
      return this.flush();
    }
    this.#queue.adopt(theirs.revision, theirs.saved_at);
    this.#kept = theirs.form;
    this.#patch({ theirs: undefined, papers: theirs.papers });
    this.#queue.push(this.#state.form);
    return this.flush();
  }

  /** Of two versions, goes on with the one in the store. */
  takeTheirs(): void {
    const theirs = this.#state.theirs;
    if (theirs === undefined) {
      return;
    }
    this.#queue.drop();
    this.#queue.adopt(theirs.revision, theirs.saved_at);
    this.#kept = theirs.form;
    this.#patch({
      theirs: undefined,
      form: theirs.form,
      review: theirs.review,
      problems: this.#problems(theirs.review, theirs.form),
      touched: new Set(filledPaths(theirs.form)),
      papers: theirs.papers,
      order: theirs.state,
    });
  }

  #problems(review: Review, form: Form): Problems {
    const waiting = this.#state.papers.filter(({ id }) => this.#state.toRead.includes(id));
    return problemsOf(review, form, kindsOf(waiting));
  }

  #take(saved: OrderSaved, form: Form): void {
    this.#kept = form;
    const problems = this.#problems(saved.review, this.#state.form);
    this.#patch({ review: saved.review, problems, order: saved.state });
  }

  #enter(save: SaveState): void {
    this.#patch({ save });
    if (save.kind === 'stale') {
      void this.#compare();
    }
  }

  /** Somebody else saved: finds out whether the form itself is another one. */
  async #compare(): Promise<void> {
    try {
      const theirs = await this.#desk.show();
      if (!this.#follow(theirs)) {
        this.#patch({ theirs });
      }
    } catch (failure) {
      this.#patch({ save: { kind: 'failed', failure } });
    }
  }

  /**
   * Follows a newer revision that holds the very form this screen last saved or
   * was given: then nothing of anybody's is overwritten.
   */
  #follow(view: OrderView): boolean {
    if (differences(view.form, this.#kept).length > 0) {
      return false;
    }
    if (view.revision > this.#queue.revision) {
      this.#queue.adopt(view.revision, view.saved_at);
      void this.#queue.flush();
    }
    return true;
  }

  #patch(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
