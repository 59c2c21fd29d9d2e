/** What every screen behind the sign-in may know and ask of the window itself. */
import { createContext, useContext, useEffect } from 'react';
import type { Business, Permission, SessionView } from './backend';

/** With what a new acceptance begins. */
export interface NewOrderStart {
  /** A known customer. */
  customer?: { id: number; name: string };
  /** What they came for. */
  business?: Business;
  /** The agreement that is changed or renewed. */
  cites?: string;
}

/** The window as screens see it. */
export interface Desk {
  /** Who is signed in. */
  session: SessionView;
  /** Whether they may do that. */
  may(permission: Permission): boolean;
  /** Opens the dialog that starts an acceptance. */
  newOrder(start?: NewOrderStart): void;
  /** Locks the desk; what is not yet saved is saved first. */
  lock(): void;
  /** Has `save` done before the desk is locked; returns how to take that back. */
  beforeLock(save: () => Promise<unknown>): () => void;
}

const DeskContext = createContext<Desk | null>(null);

/** Gives screens their window. */
export const DeskProvider = DeskContext.Provider;

/** The window around this screen. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) {
    throw new Error('no DeskProvider above this screen');
  }
  return desk;
}

/** Has `save` done before the desk is locked, as long as this screen stands. */
export function useBeforeLock(save: () => Promise<unknown>): void {
  const { beforeLock } = useDesk();
  useEffect(() => beforeLock(save), [beforeLock, save]);
}
