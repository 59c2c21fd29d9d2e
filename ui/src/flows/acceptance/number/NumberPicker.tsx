import { Radio, Select } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { type NumberLine, useCommand } from '../../../backend';
import { CARRIER_SHORT } from '../../../text';
import { useDraft, useValue } from '../draft/hooks';
import { Framed, useControl } from '../fields/Framed';
import { HINT, NUMBER } from '../text';
import { shownAs, spanOf, tenDigits, wantedBy } from './display';
import styles from './number.module.css';

/** Numbers asked for at once; more fragments narrow them down faster than scrolling. */
const AT_ONCE = 200;

/** Free numbers of the stock that fit a fragment. */
function useFree(typed: string, ending: boolean, asking: boolean) {
  const wanted = wantedBy(typed, ending);
  const request = { state: 'free' as const, text: wanted.digits, offset: 0, limit: AT_ONCE };
  const answer = useCommand('number_list', request, { enabled: asking, keep: true });
  const lines = (answer.data?.lines ?? []).filter(
    (line) => !wanted.ending || line.number.endsWith(wanted.digits),
  );
  const total = wanted.ending ? lines.length : (answer.data?.total ?? 0);
  return { lines, total, isLoading: answer.isLoading, digits: wanted.digits };
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
        <span className={styles.remark}>{line.note}</span>
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
  const free = useFree(useDeferredValue(typed), ending, open);
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
        <span className={styles.total}>{NUMBER.found(free.total)}</span>
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
          if (event.key === 'Enter' && whole !== undefined && free.lines.length === 0) {
            takeTyped();
          }
        }}
        open={open}
        onOpenChange={setOpen}
        allowClear
        placeholder={HINT.number}
        options={free.lines.map((line) => optionOf(line, free.digits))}
        loading={free.isLoading && open}
        notFoundContent={NUMBER.none}
        popupRender={head}
        popupMatchSelectWidth={320}
        listHeight={280}
      />
    </Framed>
  );
}
