import { placeOf, type SectionId } from './sections';

const CONTROLS =
  'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex]';

function control(of: Element): HTMLElement | null {
  if (of instanceof HTMLElement && of.matches(CONTROLS)) {
    return of;
  }
  return of.querySelector<HTMLElement>(CONTROLS);
}

/** The nearest thing on the screen that stands for `path`: the field, else what holds it. */
function elementFor(path: string): HTMLElement | null {
  const keys = path.split('.');
  for (let length = keys.length; length > 0; length -= 1) {
    const name = CSS.escape(keys.slice(0, length).join('.'));
    const found = document.querySelector(`[data-field="${name}"], [data-testid="field-${name}"]`);
    const target = found === null ? null : control(found);
    if (target !== null) {
      return target;
    }
  }
  const section = placeOf(path);
  return section === undefined ? null : document.getElementById(`section-${section}`);
}

function go(path: string): boolean {
  const target = elementFor(path);
  if (target === null) {
    return false;
  }
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
  if (target instanceof HTMLInputElement && target.type === 'text') {
    target.select();
  }
  return true;
}

/** Goes to a field, also when it is only about to be drawn. */
export function focusField(path: string): void {
  requestAnimationFrame(() => {
    if (!go(path)) {
      requestAnimationFrame(() => go(path));
    }
  });
}

/** The field one stands in. */
export function focusedField(): string | undefined {
  const field = document.activeElement?.closest('[data-field]');
  return field instanceof HTMLElement ? field.dataset.field : undefined;
}

/** Goes to the first field of a section. */
export function focusFirstIn(section: SectionId): void {
  const element = document.getElementById(`section-${section}`);
  const first = element === null ? null : control(element);
  first?.focus({ preventScroll: true });
}

/** Goes to the first field of the section after the one that holds the caret. */
export function focusNextSection(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[id^="section-"]')];
  const here = document.activeElement?.closest<HTMLElement>('[id^="section-"]');
  const next = all[here ? all.indexOf(here) + 1 : 0] ?? all[0];
  next?.scrollIntoView({ block: 'start' });
  if (next !== undefined) {
    control(next)?.focus({ preventScroll: true });
  }
}
