import { useMemo, useRef, useState } from 'react';
import { type Arrival, useBackend } from '../../backend';
import { Intake, type Upload } from '../acceptance/papers/intake';
import { useTakeReturned } from './useLooking';

/** Files of signed pages on their way in. */
export interface Bringing {
  uploads: readonly Upload[];
  add: (files: readonly File[], arrival: Arrival) => void;
  dismiss: (key: number) => void;
}

/** Hands files in one after the other; one that is refused holds up no other. */
export function useBring(): Bringing {
  const backend = useBackend();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const take = useTakeReturned();
  const arrivals = useRef(new WeakMap<File, Arrival>());
  const intake = useMemo(
    () =>
      new Intake({
        send: (file) => backend.addReturned(file, arrivals.current.get(file) ?? 'scan'),
        onTaken: take,
        onChange: setUploads,
      }),
    [backend, take],
  );
  return {
    uploads,
    add: (files, arrival) => {
      for (const file of files) {
        arrivals.current.set(file, arrival);
      }
      intake.add(files);
    },
    dismiss: (key) => intake.dismiss(key),
  };
}
