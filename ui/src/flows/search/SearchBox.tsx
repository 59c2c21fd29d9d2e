/** The box at the top that finds everything, from everywhere. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { isDialogOpen } from '../../parts/Dialog';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { KeyHint } from '../../parts/KeyHint';
import { useKeys } from '../../parts/useKeys';
import { go } from '../../route';
import { SEARCH } from '../../text';
import { HitList } from './HitList';
import type { Hit } from './hits';
import { useHits } from './useHits';

const MOST = 6;

/** Ctrl+K: type, arrow, Enter. */
export function SearchBox() {
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const found = useHits(text, MOST);
  useKeys({ 'ctrl+k': () => !isDialogOpen() && box.current?.focus({ cursor: 'all' }) });
  const leave = () => {
    setText('');
    setOpen(false);
    box.current?.blur();
  };
  const openHit = (hit: Hit) => {
    leave();
    go(hit.route);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    found.onArrow(event);
    if (event.key === 'Escape') {
      leave();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim()) {
      if (found.settled && found.hit) {
        openHit(found.hit);
      } else {
        go({ at: 'search', text: text.trim() });
        leave();
      }
    }
  };
  const shown = open && text.trim() !== '';
  return (
    <div className="search-box">
      <Input
        ref={box}
        prefix={<SearchOutlined />}
        suffix={<KeyHint keys="Ctrl+K" />}
        placeholder={SEARCH.box}
        aria-label={SEARCH.box}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          found.pick(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-testid="search-box"
      />
      {shown && (
        <div className="search-drop panel" data-testid="search-drop">
          <FailureNote failure={found.failure} />
          <HitList hits={found.hits} picked={found.picked} onPick={found.pick} onOpen={openHit} />
          {found.nothing && (
            <EmptyState text={SEARCH.nothing(text.trim())} hint={SEARCH.nothingHint} />
          )}
          <div className="search-keys">{SEARCH.keys}</div>
        </div>
      )}
    </div>
  );
}
