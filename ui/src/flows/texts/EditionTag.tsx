/** Where an edition stands: a word with a colour and a shape of its own. */
import type { EditionState } from '../../backend';
import { EDITION_STATE } from './text';

const TONE = { draft: 'ready', published: 'good', retired: 'quiet' } as const;

/** The tag. */
export function EditionTag({ state }: { state: EditionState }) {
  return (
    <span className="state-tag" data-tone={TONE[state]} data-state={state}>
      {EDITION_STATE[state]}
    </span>
  );
}
