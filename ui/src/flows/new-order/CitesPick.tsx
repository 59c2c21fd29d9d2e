/** The agreement that is changed, renewed, handed over or closed. */
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type AgreementLine, useCommand } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { StateTag } from '../../parts/StateTag';
import { useDebounced } from '../../parts/useDebounced';
import { NEW_ORDER } from '../../text';
import { Choice } from './Choice';
import type { Known } from './CustomerPick';

/** Rows asked for; a few letters more narrow them down faster than scrolling. */
const AT_ONCE = 100;

/** What the choice needs. */
export interface CitesPickProps {
  /** Settled by where one comes from. */
  fixed: string | undefined;
  /** Whose agreements to offer while nothing is typed. */
  customer: Known | null;
  cites: string | null;
  onPick: (number: string | null) => void;
  /** Enter: begin with this one. */
  onEnter: () => void;
}

/** Whether an agreement stands and is no form that cites another one. */
function stands({ state, business }: AgreementLine): boolean {
  const concluded = business === 'new' || business === 'transfer';
  return concluded && (state === 'in_force' || state === 'signed');
}

/** Agreements that fit what is typed; the customer's own while nothing is. */
function useAgreements(text: string, customer: Known | null) {
  const own = text === '' && customer !== null;
  const found = useCommand(
    'agreement_list',
    { state: null, text, limit: AT_ONCE },
    { enabled: !own, keep: true },
  );
  const mine = useCommand('customer_show', { id: customer?.id ?? 0 }, { enabled: own });
  const lines = own ? mine.data?.agreements : found.data;
  return {
    lines: (lines ?? []).filter(stands),
    error: own ? mine.error : found.error,
    isThere: own ? mine.isSuccess : found.isSuccess && !found.isPlaceholderData,
    none: own ? NEW_ORDER.noCitesOf : NEW_ORDER.noCites,
  };
}

/** A box, and the agreements that fit. */
export function CitesPick(props: CitesPickProps) {
  if (props.fixed !== undefined) {
    return (
      <p>
        {NEW_ORDER.cites} <b className="figures">{props.fixed}</b>
      </p>
    );
  }
  return <Search {...props} />;
}

function Search({ customer, cites, onPick, onEnter }: CitesPickProps) {
  const [text, setText] = useState('');
  const wanted = useDebounced(text.trim(), 150);
  const { lines, error, isThere, none } = useAgreements(wanted, customer);
  const first = wanted !== '' && isThere ? (lines[0]?.number ?? null) : undefined;
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    // Who types means the one that fits best.
    if (first !== undefined) {
      pick.current(first);
    }
  }, [first]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && lines.length > 0) {
      const at = lines.findIndex(({ number }) => number === cites);
      onPick(lines[(at + step + lines.length) % lines.length]?.number ?? null);
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      onEnter();
    }
  };
  return (
    <div className="new-order-pick">
      <Field label={NEW_ORDER.cites} bare>
        <Input
          autoFocus
          value={text}
          placeholder={NEW_ORDER.citesPlaceholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          data-testid="new-order-search"
        />
      </Field>
      <FailureNote failure={error} />
      <div className="new-order-choices">
        {lines.map((line) => (
          <Choice
            key={line.number}
            title={line.company}
            detail={
              <>
                {line.state !== 'in_force' && <StateTag of="agreement" state={line.state} />}
                {line.number}　{line.number_400}
              </>
            }
            picked={cites === line.number}
            onClick={() => onPick(line.number)}
            testId={`new-order-cites-${line.number}`}
          />
        ))}
        {isThere && lines.length === 0 && (
          <p className="new-order-none">
            {none}
            <br />
            {NEW_ORDER.citesHint}
          </p>
        )}
      </div>
    </div>
  );
}
