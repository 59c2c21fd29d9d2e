/** How far a file on its way in has come. */
import type { CallFileLine, CallsImport, CallsRun, CallsSurvey, Failure } from '../../backend';

/** What stands between a file that was chosen and its calls in the desk. */
export type Step =
  | { at: 'waiting' }
  /** Being handed over; bytes that have gone. */
  | { at: 'sending'; sent: number }
  | { at: 'looking' }
  /** Its columns are for a person to confirm; and why they were refused, if they were. */
  | { at: 'layout'; survey: CallsSurvey; failure: Failure | null }
  /** Recognised: one key imports it. */
  | { at: 'ready'; survey: CallsSurvey }
  /** Waits for the import before it. */
  | { at: 'queued'; survey: CallsSurvey; wanted: CallsImport }
  | { at: 'importing'; survey: CallsSurvey | null; run: CallsRun; stopping: boolean }
  | { at: 'done'; line: CallFileLine }
  | { at: 'cancelled' }
  | { at: 'failed'; failure: Failure };

/** A file in the row. */
export interface QueuedFile {
  id: number;
  name: string;
  size: number;
  /** Absent where an import was found under way that another window began. */
  file: File | null;
  step: Step;
}

/** Whether it was recognised and nobody needs to look. */
export function isCertain(survey: CallsSurvey): boolean {
  return (
    survey.carrier !== null &&
    survey.doubts.length === 0 &&
    survey.columns.every(({ unsure }) => !unsure)
  );
}

/** Where a file stands once it was looked at. */
export function afterSurvey(survey: CallsSurvey): Step {
  return isCertain(survey) ? { at: 'ready', survey } : { at: 'layout', survey, failure: null };
}

/** Where a file stands once its import is over; undefined while it goes on. */
export function afterRun(run: CallsRun): Step | undefined {
  if (run.failure) {
    return run.failure.code === 'CallsCancelled'
      ? { at: 'cancelled' }
      : { at: 'failed', failure: run.failure };
  }
  if (run.done) {
    return { at: 'done', line: run.done };
  }
  return run.over ? { at: 'cancelled' } : undefined;
}

/** Whether nothing more happens to it by itself or by a person. */
export function isOver({ step }: QueuedFile): boolean {
  return step.at === 'done' || step.at === 'cancelled' || step.at === 'failed';
}

/** Whether two files have their columns named alike, so that one confirmation is for both. */
export function sameHeads(one: CallsSurvey, other: CallsSurvey): boolean {
  const heads = (survey: CallsSurvey) => survey.columns.map(({ head }) => head).join('\t');
  return heads(one) === heads(other);
}
