import { Radio, Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { type Business, type NumberLine, type NumberState, useCommand } from '../../../backend';
import { CARRIER_SHORT } from '../../../text';
import { useDraft, useValue } from '../draft/hooks';
import { Framed, useControl } from '../fields/Framed';
import { HINT, NUMBER } from '../text';
import { shownAs, spanOf, tenDigits, wantedBy } from './display';
import styles from './number.module.css';

/** Numbers asked for at once; more fragments narrow them down faster than scrolling. */
const AT_ONCE = 200;

/** State of the numbers a business is about: free ones are sold, sold ones are served. */
function stateFor(business: Business): NumberState {
  if (business === 'new') {
    return 'free';
  }
  return business === 'resumption' ? 'suspended' : 'in_use';
}

/** Numbers of the stock that fit a fragment and the business. */
function useStock(typed: string, ending: boolean, asking: boolean) {
  const wanted = wantedBy(typed, ending);
  const state = stateFor(useValue('business'));
  const request = { state, text: wanted.digits, offset: 0, limit: AT_ONCE };
  const answer = useCommand('number_list', request, { enabled: asking, keep: true });
  const lines = (answer.data?.lines ?? []).filter(
    (line) => !wanted.ending || line.number.endsWith(wanted.digits),
  );
  const total = wanted.ending ? lines.length : (answer.data?.total ?? 0);
  const none = state === 'free' ? NUMBER.none : NUMBER.noneInUse;
  return { lines, total, none, isLoading: answer.isLoading, digits: wanted.digits };
}

function Marked({ shown, digits }: { shown: string; digits: string }) {
  const { from, to } = spanOf(shown, digits);
  return (
    <span className={styles.figures}>
      {shown.slice(0, from)}
      <b>{shown.slice(from, to)}</b>
      {shown.slice(to)}
    </span>
  );
}

function optionOf(line: NumberLine, digits: string) {
  return {
    value: line.number,
    label: (
      <span className={styles.option}>
        <Marked shown={line.shown} digits={digits} />
        <span className={styles.carrier}>{CARRIER_SHORT[line.carrier]}</span>
        <span className={styles.remark}>{line.holder ?? line.note}</span>
      </span>
    ),
  };
}

/** The 400 number: picked from the stock by any fragment of it. */
export function NumberPicker() {
  const draft = useDraft();
  const value = useValue('number.number');
  const display = useValue('number.display');
  const control = useControl('number.number');
  const [typed, setTyped] = useState('');
  const [ending, setEnding] = useState(false);
  const [open, setOpen] = useState(false);
  const stock = useStock(useDeferredValue(typed), ending, open);
  const whole = tenDigits(typed);

  const pick = (number: string) => {
    draft.set('number.number', number);
    setTyped('');
    setOpen(false);
    void draft.flush();
  };
  // A number that is not in the list can still be typed: the review says what it thinks of it.
  const takeTyped = () => {
    if (whole !== undefined) {
      pick(whole);
    }
    setTyped('');
  };
  const head = (menu: ReactElement) => (
    <>
      <div className={styles.head}>
        <Radio.Group
          size="small"
          optionType="button"
          value={ending}
          onChange={(event) => setEnding(Boolean(event.target.value))}
          options={[
            { value: false, label: NUMBER.anywhere },
            { value: true, label: NUMBER.ending },
          ]}
        />
        <span className={styles.total}>{NUMBER.found(stock.total)}</span>
      </div>
      {menu}
    </>
  );

  return (
    <Framed path="number.number">
      <Select
        {...control}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        value={value === '' ? null : value}
        labelRender={({ value: number }) => (
          <span className={styles.figures}>{shownAs(String(number), display)}</span>
        )}
        onChange={(number: string | null) => pick(number ?? '')}
        onBlur={() => {
          takeTyped();
          control.onBlur();
        }}
        onInputKeyDown={(event) => {
          if (event.key === 'Enter' && whole !== undefined && stock.lines.length === 0) {
            takeTyped();
          }
        }}
        open={open}
        onOpenChange={setOpen}
        allowClear
        placeholder={HINT.number}
        options={stock.lines.map((line) => optionOf(line, stock.digits))}
        loading={stock.isLoading && open}
        notFoundContent={stock.none}
        popupRender={head}
        popupMatchSelectWidth={320}
        listHeight={280}
      />
    </Framed>
  );
}
