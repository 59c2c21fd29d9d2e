import type { FocusEvent, KeyboardEvent } from 'react';
import { nextOpen } from '../../../parts/reading/looks';
import { useReadings } from './readings';

function fieldOf(target: EventTarget | null): string | undefined {
  const field = target instanceof Element ? target.closest('[data-field]') : null;
  return field instanceof HTMLElement ? field.dataset.field : undefined;
}

/**
 * Keys and focus of the form while fields need a look. Enter stands by what is on
 * the form and goes to the next one; Tab goes there without settling anything.
 * Elsewhere, and with Shift, both do what they always do.
 */
export function useLooks() {
  const { evidence, order, open, settle, go, stand } = useReadings();
  return {
    onFocus: (event: FocusEvent) => stand(fieldOf(event.target)),
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) {
        stand(undefined);
      }
    },
    onKeyDownCapture: (event: KeyboardEvent) => {
      const path = fieldOf(event.target);
      const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      if (path === undefined || !plain || event.nativeEvent.isComposing || !evidence.has(path)) {
        return;
      }
      const settles = event.key === 'Enter' && open.has(path);
      if (!settles && event.key !== 'Tab') {
        return;
      }
      const next = nextOpen(order, open, path, settles);
      if (settles) {
        settle(path);
      }
      if (next !== undefined) {
        go(next);
      }
      if (settles || next !== undefined) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
}
