/** The search as a screen of its own: all that fits, walked through by keyboard. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { go, goInstead } from '../../route';
import { SEARCH } from '../../text';
import { HitList } from './HitList';
import { useHits } from './useHits';

const MOST = 20;

/** Search for `text`; what is typed goes into the address, so that 返回 comes back to it. */
export function Search({ text }: { text: string }) {
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(text);
  const found = useHits(typed, MOST);
  useEffect(() => box.current?.focus({ cursor: 'all' }), []);
  useEffect(() => setTyped(text), [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    found.onArrow(event);
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && found.settled && found.hit) {
      go(found.hit.route);
    }
  };
  return (
    <>
      <PageHead title={SEARCH.title} />
      <Input
        ref={box}
        size="large"
        prefix={<SearchOutlined />}
        placeholder={SEARCH.placeholder}
        aria-label={SEARCH.title}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          found.pick(0);
        }}
        onBlur={() => typed !== text && goInstead({ at: 'search', text: typed })}
        onKeyDown={onKeyDown}
        allowClear
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-testid="search-text"
      />
      <div className="search-page panel">
        <FailureNote failure={found.failure} />
        <HitList
          hits={found.hits}
          picked={found.picked}
          onPick={found.pick}
          onOpen={(hit) => go(hit.route)}
        />
        {found.nothing && (
          <EmptyState text={SEARCH.nothing(typed.trim())} hint={SEARCH.nothingHint} />
        )}
        {typed.trim() === '' && <EmptyState text={SEARCH.begin} hint={SEARCH.beginHint} />}
      </div>
    </>
  );
}
