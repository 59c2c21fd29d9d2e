/** A known customer, or nobody yet. */
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type CustomerHit, useCommand } from '../../backend';
import { Field } from '../../parts/Field';
import { useDebounced } from '../../parts/useDebounced';
import { NEW_ORDER } from '../../text';
import { Choice } from './Choice';

/** A customer as far as this dialog cares. */
export interface Known {
  id: number;
  name: string;
}

/** What the choice needs. */
export interface CustomerPickProps {
  customer: Known | null;
  onPick: (customer: Known | null) => void;
  /** Enter: begin with this one. */
  onEnter: (customer: Known | null) => void;
  /** Who takes a number over, beside the agreement that it comes from. */
  isOwner?: boolean;
}

/** A box, and the customers that fit. */
export function CustomerPick({ customer, onPick, onEnter, isOwner = false }: CustomerPickProps) {
  const [text, setText] = useState('');
  const wanted = useDebounced(text.trim(), 150);
  const answer = useCommand(
    'desk_search',
    { text: wanted },
    { enabled: wanted !== '', keep: true },
  );
  const hits: readonly (CustomerHit | Known)[] =
    wanted === '' ? (customer ? [customer] : []) : (answer.data?.customers.slice(0, 6) ?? []);
  const first = wanted === '' || answer.isPlaceholderData ? undefined : answer.data?.customers[0];
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    // Who types a name means the one that fits best.
    if (first) {
      pick.current({ id: first.id, name: first.name });
    }
  }, [first]);
  const choices: readonly (CustomerHit | Known | null)[] = [null, ...hits];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const at = choices.findIndex((choice) => choice?.id === customer?.id);
      onPick(choices[(at + step + choices.length) % choices.length] ?? null);
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      onEnter(customer);
    }
  };
  return (
    <div className="new-order-pick">
      <Field label={isOwner ? NEW_ORDER.owner : NEW_ORDER.customer} bare>
        <Input
          autoFocus={!isOwner}
          value={text}
          placeholder={isOwner ? NEW_ORDER.ownerPick : NEW_ORDER.placeholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          data-testid={isOwner ? 'new-order-owner' : 'new-order-search'}
        />
      </Field>
      <div className="new-order-choices">
        <Choice
          title={isOwner ? NEW_ORDER.ownerBlank : NEW_ORDER.blank}
          detail={NEW_ORDER.blankHint}
          picked={customer === null}
          onClick={() => onPick(null)}
          testId="new-order-blank"
        />
        {hits.map((hit) => (
          <Choice
            key={hit.id}
            title={hit.name}
            detail={'code' in hit ? [hit.code, ...hit.numbers].join('　') : NEW_ORDER.known}
            picked={customer?.id === hit.id}
            onClick={() => onPick({ id: hit.id, name: hit.name })}
            testId={`new-order-customer-${hit.id}`}
          />
        ))}
      </div>
    </div>
  );
}
