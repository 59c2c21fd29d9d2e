import { Radio, Select } from 'antd';
import { useDraft, useValue } from '../draft/hooks';
import type { FormPath, FormValue, PathOf } from '../form/path';
import { Framed, type Place, useControl } from './Framed';
import styles from './field.module.css';

/** Name of a field that holds one of a few words. */
type ChoicePath = Exclude<PathOf<string>, undefined>;

/** One of a few words on the form. */
export interface ChoiceFieldProps<Path extends ChoicePath> extends Place {
  path: Path;
  /** The words, in the order to show them; all there are, or those that can be chosen. */
  words: Partial<Record<NonNullable<FormValue<Path>> & string, string>>;
  /** Gives each word a name for tests: `business` makes `business-renewal`. */
  testId?: string;
}

function optionsOf(words: Partial<Record<string, string>>, testId?: string) {
  return Object.entries(words).map(([value, word = '']) => ({
    value,
    label: testId === undefined ? word : <span data-testid={`${testId}-${value}`}>{word}</span>,
  }));
}

function useChoice<Path extends ChoicePath>(path: Path) {
  const draft = useDraft();
  const value = useValue(path) as string | undefined;
  const choose = (chosen: string) =>
    draft.set<FormPath>(path, chosen as NonNullable<FormValue<FormPath>>);
  return { value, choose };
}

/** A choice that opens. */
export function SelectField<Path extends ChoicePath>(props: ChoiceFieldProps<Path>) {
  const { path, words, ...place } = props;
  const { value, choose } = useChoice(path);
  return (
    <Framed path={path} {...place}>
      <Select
        {...useControl(path)}
        value={value ?? null}
        onChange={(chosen: string | null) => chosen !== null && choose(chosen)}
        options={optionsOf(words)}
        popupMatchSelectWidth={false}
      />
    </Framed>
  );
}

/** A choice that lies open: every word in sight, one press away. */
export function SegmentField<Path extends ChoicePath>(props: ChoiceFieldProps<Path>) {
  const { path, words, testId, ...place } = props;
  const { value, choose } = useChoice(path);
  const { onBlur, ...control } = useControl(path);
  return (
    <Framed path={path} {...place}>
      <Radio.Group
        {...control}
        value={value ?? null}
        onChange={(event) => choose(String(event.target.value))}
        onBlur={onBlur}
        options={optionsOf(words, testId)}
        optionType="button"
        buttonStyle="solid"
        className={styles.segments}
      />
    </Framed>
  );
}
