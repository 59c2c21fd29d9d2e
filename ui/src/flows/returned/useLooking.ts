import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answerKey, type Failure, type ReturnedDesk, toFailure, useAct } from '../../backend';
import { NOTHING, type Progress, progressed } from './progress';

/** Looks of which nothing came, one after another; then a person is asked. */
const IN_VAIN = 3;

/** The looking at pages that came, as a screen shows it. */
export interface Looking {
  progress: Progress;
  /** It was stopped: by the person, by a refusal, or because nothing came of it. */
  stopped: boolean;
  failure: Failure | null;
  stop: () => void;
  goOn: () => void;
  /** Forgets a go that is over. */
  forget: () => void;
}

/** Puts an answer that tells how the signed pages stand in the place of the last one. */
export function useTakeReturned(): (desk: ReturnedDesk) => void {
  const client = useQueryClient();
  return useCallback((desk) => client.setQueryData(answerKey('returned_show'), desk), [client]);
}

/**
 * Has the desk look at the pages that came, again and again until none is unseen,
 * as long as the screen stands. `unseen` is what the desk told last.
 */
export function useLooking(unseen: number | undefined): Looking {
  const look = useAct('returned_look').mutateAsync;
  const take = useTakeReturned();
  const client = useQueryClient();
  const [progress, setProgress] = useState(NOTHING);
  const [stopped, setStopped] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const busy = useRef(false);
  const vain = useRef(0);
  if (unseen !== undefined && unseen !== progress.left) {
    setProgress(progressed(progress, unseen));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer is a new round, whatever it told
  useEffect(() => {
    if (stopped || busy.current || !unseen) {
      return;
    }
    busy.current = true;
    look(null)
      .then((desk) => {
        take(desk);
        if (desk.unseen === 0) {
          // Pages that came since may have been told before this answer was.
          client.invalidateQueries({ queryKey: answerKey('returned_show') });
        }
        // Pages may have come meanwhile: how many are left tells nothing.
        vain.current = desk.looked === 0 ? vain.current + 1 : 0;
        if (vain.current >= IN_VAIN) {
          setStopped(true);
        }
      })
      .catch((refusal: unknown) => {
        setFailure(toFailure(refusal));
        setStopped(true);
      })
      .finally(() => {
        busy.current = false;
        setRound((last) => last + 1);
      });
  }, [unseen, stopped, round, look, take, client]);
  const goOn = useCallback(() => {
    vain.current = 0;
    setFailure(null);
    setStopped(false);
  }, []);
  return {
    progress,
    stopped,
    failure,
    stop: () => setStopped(true),
    goOn,
    forget: () => setProgress(NOTHING),
  };
}
