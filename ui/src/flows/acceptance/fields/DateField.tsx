import { Input } from 'antd';
import { useDraft, useValue } from '../draft/hooks';
import type { TextPath } from '../form/path';
import { HINT } from '../text';
import { LONG_TERM, readDate, shownDate } from './date';
import { Framed, type Place, useControl } from './Framed';
import styles from './field.module.css';

/** A date that one click or one word gives. */
export interface QuickDate {
  /** On the button; typed into the field it does the same. */
  word: string;
  /** Other words that do the same when typed. */
  typed?: readonly string[];
  /** The date, when it can be told. */
  date: () => string | undefined;
}

/** A date on the form. */
export interface DateFieldProps extends Place {
  path: TextPath;
  /** Whether a term without end may stand here. */
  longTerm?: boolean;
  quick?: readonly QuickDate[];
  /** Told when a quick date was taken, by click or by word. */
  onQuick?: () => void;
}

const LONG: QuickDate = { word: HINT.longTerm, date: () => LONG_TERM };

function quickOf(typed: string, quick: readonly QuickDate[]): string | undefined {
  const word = typed.trim();
  return quick.find((q) => q.word === word || q.typed?.includes(word))?.date();
}

/** A date as clerks type it; put in order when the field is left. */
export function DateField(props: DateFieldProps) {
  const { path, longTerm = false, quick = [], onQuick, ...place } = props;
  const draft = useDraft();
  const value = useValue(path) ?? '';
  const control = useControl(path);
  const offered = longTerm ? [...quick, LONG] : quick;
  const settle = () => {
    const chosen = quickOf(value, offered);
    draft.set(path, chosen ?? readDate(value, longTerm));
    if (chosen !== undefined) {
      onQuick?.();
    }
    control.onBlur();
  };
  return (
    <Framed path={path} {...place}>
      <Input
        {...control}
        value={shownDate(value, HINT.longTerm)}
        onChange={(event) => draft.set(path, event.target.value)}
        onBlur={settle}
        onPressEnter={settle}
        placeholder={HINT.date}
        autoComplete="off"
        className={styles.figures}
        suffix={
          offered.length > 0 && !control.disabled ? (
            <QuickDates
              path={path}
              quick={offered}
              onPick={(date) => {
                draft.set(path, date);
                onQuick?.();
              }}
            />
          ) : undefined
        }
      />
    </Framed>
  );
}

function QuickDates(props: {
  path: string;
  quick: readonly QuickDate[];
  onPick: (date: string) => void;
}) {
  return (
    <span className={styles.quick}>
      {props.quick.map(({ word, date }, place) => (
        <button
          key={word}
          type="button"
          // Typing the word does the same, so Tab need not stop here.
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const found = date();
            if (found !== undefined) {
              props.onPick(found);
            }
          }}
          data-testid={`quick-${props.path}-${place + 1}`}
        >
          {word}
        </button>
      ))}
    </span>
  );
}
