/** What was found, grouped; one of them picked. */
import { Fragment, useEffect, useRef } from 'react';
import type { Hit } from './hits';
import './search.css';

/** What the list shows. */
export interface HitListProps {
  hits: readonly Hit[];
  picked: number;
  onOpen: (hit: Hit) => void;
  onPick: (index: number) => void;
}

/** A list of hits. */
export function HitList({ hits, picked, onOpen, onPick }: HitListProps) {
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (picked >= 0) {
      here.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [picked]);
  return (
    <div className="hits" data-testid="hits">
      {hits.map((hit, index) => (
        <Fragment key={hit.key}>
          {hit.group !== hits[index - 1]?.group && <div className="hits-group">{hit.group}</div>}
          <button
            type="button"
            ref={index === picked ? here : undefined}
            className="hit"
            aria-current={index === picked}
            // The box keeps the focus; the arrows are its own.
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== picked && onPick(index)}
            onClick={() => onOpen(hit)}
            data-testid={`hit-${hit.key}`}
          >
            <span className="hit-title figures">{hit.title}</span>
            <span className="hit-detail figures">{hit.detail}</span>
          </button>
        </Fragment>
      ))}
    </div>
  );
}
