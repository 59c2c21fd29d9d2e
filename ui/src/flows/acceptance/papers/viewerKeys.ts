import type { KeyboardEvent } from 'react';
import type { PaperKind } from '../../../backend';
import { kindOfKey } from './missing';

/** How far an arrow key moves the paper, in pixels. */
const PAN = 60;

/** What the keys do while the viewer has the focus. */
export interface ViewerActs {
  zoom: (up: boolean) => void;
  fit: () => void;
  pan: (dx: number, dy: number) => void;
  step: (by: number) => void;
  /** What changes the paper; left out where nothing may be changed. */
  change?: {
    rotate: () => void;
    crop: () => void;
    /** Left out where no corners are known. */
    corners: (() => void) | undefined;
    seal: () => void;
    kind: (kind: PaperKind) => void;
  };
}

/** What a key does, if anything. */
export function actOfKey(key: string, acts: ViewerActs): (() => void) | undefined {
  const { change } = acts;
  const kind = kindOfKey(key);
  if (change && kind) {
    return () => change.kind(kind);
  }
  const byKey: Record<string, (() => void) | undefined> = {
    '+': () => acts.zoom(true),
    '=': () => acts.zoom(true),
    '-': () => acts.zoom(false),
    '0': acts.fit,
    ArrowLeft: () => acts.pan(PAN, 0),
    ArrowRight: () => acts.pan(-PAN, 0),
    ArrowUp: () => acts.pan(0, PAN),
    ArrowDown: () => acts.pan(0, -PAN),
    PageUp: () => acts.step(-1),
    PageDown: () => acts.step(1),
    r: change?.rotate,
    c: change?.crop,
    e: change?.corners,
    s: change?.seal,
  };
  return byKey[key.length === 1 ? key.toLowerCase() : key];
}

/** Does what the struck key does; leaves keys with Ctrl or Alt to others. */
export function onViewerKey(event: KeyboardEvent, acts: ViewerActs): void {
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const act = held ? undefined : actOfKey(event.key, acts);
  if (act) {
    event.preventDefault();
    act();
  }
}
