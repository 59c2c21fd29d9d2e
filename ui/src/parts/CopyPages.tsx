/** The pages of an original as squares: back, missing, twice, of another print. */
import type { CopyState } from '../backend';
import { COPIES } from '../text';
import { isBegun, isWhole, pagesOf, tellCopy } from './copyPages';
import './CopyPages.css';

/** Beyond so many pages squares tell less than words. */
const MOST = 40;

/** One original: its squares, and beneath them the same in words. */
export function CopyPages({ copy, named }: { copy: CopyState; named?: boolean }) {
  const begun = isBegun(copy);
  const told = tellCopy(copy);
  return (
    <div className="copy-pages" data-testid={`copy-${copy.original}`}>
      {named && <b>{COPIES.name[copy.original]}</b>}
      {copy.pages <= MOST && (
        <span className="copy-squares figures" aria-hidden="true">
          {pagesOf(copy).map(({ page, state }) => (
            <i key={page} data-page-state={state} title={COPIES.square[state](page)}>
              {page}
            </i>
          ))}
        </span>
      )}
      <small data-whole={isWhole(copy)} data-begun={begun}>
        {told}
        {begun && <Seal seen={copy.red_seal} />}
      </small>
    </div>
  );
}

/** Both originals, by name. */
export function BothCopies({ copies }: { copies: readonly CopyState[] }) {
  return (
    <div className="both-copies">
      {copies.map((copy) => (
        <CopyPages key={copy.original} copy={copy} named />
      ))}
    </div>
  );
}

function Seal({ seen }: { seen: boolean }) {
  return (
    <span className="copy-seal" data-seen={seen} title={seen ? undefined : COPIES.noSealHint}>
      {seen ? COPIES.seal : COPIES.noSeal}
    </span>
  );
}
