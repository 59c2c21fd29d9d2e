import { InboxOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import {
  type ChangeEvent,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Arrival, PaperKind, PaperView } from '../../../backend';
import { ARRIVAL } from '../../../text';
import { useDraft, useDraftState } from '../draft/hooks';
import { ReadOnly } from '../fields/Framed';
import { useReadings } from '../reading/readings';
import { Sources } from '../sources/Sources';
import { useScan } from '../sources/useScan';
import { PAPERS } from '../text';
import { Details } from './Details';
import { Strip } from './Strip';
import styles from './tray.module.css';
import { Unread } from './Unread';
import { Uploads } from './Uploads';
import { useDrop, usePastedFiles } from './useFiles';
import { usePapers } from './usePapers';
import { Viewer } from './Viewer';

const ACCEPTED = 'image/*,.pdf,.tif,.tiff,.heic';

/** The chosen paper: the one clicked, else the first there is. */
function useChosen(papers: readonly PaperView[]) {
  const [chosen, choose] = useState<number>();
  const paper = papers.find((one) => one.id === chosen) ?? papers[0];
  return { paper, choose };
}

/** A file chosen by hand; it remembers which missing paper it was asked for. */
function useChosenFiles(add: (files: readonly File[], kind?: PaperKind) => void) {
  const input = useRef<HTMLInputElement>(null);
  const bringing = useRef<PaperKind | undefined>(undefined);
  const bring = (kind?: PaperKind) => {
    bringing.current = kind;
    input.current?.click();
  };
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    add([...(event.target.files ?? [])], bringing.current);
    bringing.current = undefined;
    // So that the same file can be chosen again after it was refused.
    event.target.value = '';
  };
  return { input, bring, take };
}

/** The first page of what came: looked at, with the keys at hand unless somebody types. */
function useArrivals(tray: RefObject<HTMLElement | null>, choose: (id: number) => void) {
  const [arrived, setArrived] = useState<number>();
  const onArrived = useCallback(
    (first: PaperView) => {
      choose(first.id);
      // Somebody typing in the form meanwhile must not lose the caret.
      const focused = document.activeElement;
      const isFree = focused === document.body || (tray.current?.contains(focused) ?? false);
      setArrived(isFree ? first.id : undefined);
    },
    [tray, choose],
  );
  return { arrived, onArrived };
}

/** The papers of the order: bringing them in, looking at them, saying what they are. */
export function Tray({ title }: { title: string }) {
  const draft = useDraft();
  const readOnly = useContext(ReadOnly);
  const papers = useDraftState((state) => state.papers);
  const { paper, choose } = useChosen(papers);
  useFollowed(choose);
  const tray = useRef<HTMLElement>(null);
  const { arrived, onArrived } = useArrivals(tray, choose);
  const acts = usePapers(draft, onArrived);
  const [arrival, setArrival] = useState<Arrival>('scan');
  const { add: addFiles, follow } = acts;
  const add = useCallback(
    (files: readonly File[], kind?: PaperKind) => {
      if (files.length > 0 && !readOnly) {
        addFiles(files, arrival, kind);
      }
    },
    [addFiles, arrival, readOnly],
  );
  const scan = useScan(draft.id, readOnly, follow);
  const { input, bring, take } = useChosenFiles(add);
  const { over, handlers } = useDrop(add);
  usePastedFiles(add);
  useReachable(papers, choose);

  return (
    <section ref={tray} className={`panel ${styles.tray}`} aria-label={PAPERS.title} {...handlers}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{PAPERS.title}</h2>
        <span className={styles.order} title={title}>
          {title}
        </span>
        {!readOnly && (
          <span className={styles.bring}>
            <ArrivalChoice arrival={arrival} onChange={setArrival} />
            <Sources
              scan={scan}
              onChoose={() => bring()}
              onPhotograph={(photograph) => add([photograph])}
            />
          </span>
        )}
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPTED}
          onChange={take}
          disabled={readOnly}
          tabIndex={-1}
          aria-label={PAPERS.choose}
          className={styles.file}
          data-testid="papers-input"
        />
      </div>
      <Strip chosen={paper?.id} onChoose={choose} onBring={readOnly ? () => {} : bring} />
      <Uploads uploads={acts.uploads} onDismiss={acts.dismiss} />
      <Unread />
      {paper ? (
        <>
          <Viewer
            key={paper.id}
            paper={paper}
            papers={papers}
            acts={acts}
            onChoose={choose}
            autoFocus={paper.id === arrived}
          />
          <Details key={`details ${paper.id}`} paper={paper} acts={acts} />
        </>
      ) : (
        <Empty />
      )}
      {over && <div className={styles.over}>{PAPERS.dropNow}</div>}
    </section>
  );
}

/** How files that are brought by hand came to the office. */
function ArrivalChoice(props: { arrival: Arrival; onChange: (arrival: Arrival) => void }) {
  return (
    <Select
      size="small"
      value={props.arrival}
      onChange={props.onChange}
      options={Object.entries(ARRIVAL).map(([value, way]) => ({
        value,
        label: PAPERS.cameBy(way),
      }))}
      aria-label={PAPERS.arrival}
      title={PAPERS.arrival}
      className={styles.arrival ?? ''}
      data-testid="papers-arrival"
    />
  );
}

/** The paper that the field one stands in was read off comes into the viewer. */
function useFollowed(choose: (id: number) => void): void {
  const { evidence, chosen } = useReadings();
  const paper = chosen === undefined ? undefined : evidence.get(chosen)?.paper;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another field of the same paper brings it back, too
  useEffect(() => {
    if (paper !== undefined) {
      choose(paper);
    }
  }, [chosen, paper, choose]);
}

function Empty() {
  return (
    <div className={styles.empty}>
      <InboxOutlined className={styles.emptyIcon} />
      <p className={styles.emptyMain}>{PAPERS.drop}</p>
      <p className={styles.emptyHint}>{PAPERS.kinds}</p>
    </div>
  );
}

/** Lets the list of problems go to a paper by its kind: it is chosen when focused. */
function useReachable(papers: readonly PaperView[], choose: (id: number) => void): void {
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const testId = event.target instanceof HTMLElement ? event.target.dataset.testid : undefined;
      const id = Number(/^paper-(\d+)$/.exec(testId ?? '')?.[1]);
      if (papers.some((paper) => paper.id === id)) {
        choose(id);
      }
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [papers, choose]);
}
