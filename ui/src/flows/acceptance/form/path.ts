import type { Form } from '../../../backend/bindings';

/**
 * The fields of the form by name, as findings name them: `company.code`,
 * `bound.2.number`. The compiler knows which names exist and what stands there.
 */
type PathIn<T> = T extends readonly (infer Item)[]
  ? `${number}` | `${number}.${PathIn<Item>}`
  : T extends object
    ? { [Key in keyof T & string]: Key | `${Key}.${PathIn<T[Key]>}` }[keyof T & string]
    : never;

type ValueIn<T, Path extends string> = T extends readonly (infer Item)[]
  ? Path extends `${number}.${infer Rest}`
    ? ValueIn<Item, Rest> | undefined
    : Item | undefined
  : Path extends `${infer Key}.${infer Rest}`
    ? Key extends keyof T
      ? ValueIn<T[Key], Rest>
      : never
    : Path extends keyof T
      ? T[Path]
      : never;

/** Name of anything on the form. */
export type FormPath = PathIn<Form>;

/** What stands there; `undefined` where a row of a table may be missing. */
export type FormValue<Path extends FormPath> = ValueIn<Form, Path>;

/** Names of the fields that hold what `Value` allows, for example all texts. */
export type PathOf<Value> = {
  [Path in FormPath]: NonNullable<FormValue<Path>> extends Value ? Path : never;
}[FormPath];

/** Name of a text on the form. */
export type TextPath = PathOf<string>;

/** Name of a tick on the form. */
export type TickPath = PathOf<boolean>;

type Branch = Record<string, unknown> | unknown[];

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

function child(branch: Branch, key: string): unknown {
  return (branch as Record<string, unknown>)[key];
}

/** What stands at `path`. */
export function valueAt<Path extends FormPath>(form: Form, path: Path): FormValue<Path> {
  let here: unknown = form;
  for (const key of path.split('.')) {
    here = isBranch(here) ? child(here, key) : undefined;
  }
  return here as FormValue<Path>;
}

function replaced(branch: Branch, keys: string[], value: unknown): Branch {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return branch;
  }
  const before = child(branch, key);
  const after =
    rest.length === 0 ? value : isBranch(before) ? replaced(before, rest, value) : before;
  if (Object.is(before, after)) {
    return branch;
  }
  if (Array.isArray(branch)) {
    return branch.map((item, index) => (String(index) === key ? after : item));
  }
  return { ...branch, [key]: after };
}

/**
 * The form with another value at `path`. Parts that did not change are the same
 * objects as before, so that only the fields concerned are drawn again. A row
 * that does not exist stays missing.
 */
export function withValue<Path extends FormPath>(
  form: Form,
  path: Path,
  value: NonNullable<FormValue<Path>> | Extract<FormValue<Path>, null>,
): Form {
  return replaced(form as unknown as Branch, path.split('.'), value) as unknown as Form;
}

/** One place on the form where two forms differ. */
export interface Difference {
  /** Name of the field. */
  path: string;
  /** What stands there on the first form, as text. */
  here: string;
  /** What stands there on the second form, as text. */
  there: string;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function collect(path: string, here: unknown, there: unknown, found: Difference[]): void {
  if (isBranch(here) && isBranch(there)) {
    for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
      collect(path === '' ? key : `${path}.${key}`, child(here, key), child(there, key), found);
    }
  } else if (asText(here) !== asText(there)) {
    found.push({ path, here: asText(here), there: asText(there) });
  }
}

/** Where two forms differ, in the order of the form. */
export function differences(here: Form, there: Form): Difference[] {
  const found: Difference[] = [];
  collect('', here, there, found);
  return found;
}

/** Names of all texts on the form that are not empty. */
export function filledPaths(form: Form): string[] {
  const found: string[] = [];
  const walk = (path: string, value: unknown): void => {
    if (isBranch(value)) {
      for (const key of Object.keys(value)) {
        walk(path === '' ? key : `${path}.${key}`, child(value, key));
      }
    } else if (typeof value === 'string' && value.trim() !== '') {
      found.push(path);
    }
  };
  walk('', form);
  return found;
}
