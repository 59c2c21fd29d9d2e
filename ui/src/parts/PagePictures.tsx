/**
 * The pages of a paper under each other, only those in sight drawn. Turned by
 * PgUp and PgDn, Home and End, zoomed by + and -. Knows no flow: it is told
 * where the pictures lie.
 */
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useBackend } from '../backend';
import { PAGES } from '../text';
import { PageBar } from './PageBar';
import { inSight, layPages, nextZoom, pageAt, pictureWidth, type Slot } from './pageLayout';
import './PagePictures.css';

/** What to show. */
export interface PagePicturesProps {
  pages: number;
  /** Path of a page's picture, for example `agreement/QF-2026-000001/3?width=900`. */
  path: (page: number, width: number) => string;
  /** Pages of one copy, when the paper holds two. */
  pagesPerCopy?: number;
  /** What the paper is, for those who listen. */
  label?: string;
}

/** How far a fitting page may grow; wider only makes the letters shout. */
const WIDEST = 900;
const SIDE = 28;

/** Pages to scroll through. */
export function PagePictures(props: PagePicturesProps) {
  const scroll = useScroll();
  const [zoom, setZoom] = useState(1);
  const [shapes, setShapes] = useState<Record<number, number>>({});
  const fitting = Math.min(Math.max(scroll.size.width - SIDE, 120), WIDEST);
  const width = Math.round(fitting * zoom);
  const { slots, height } = layPages(props.pages, width, shapes);
  const page = pageAt(slots, scroll.top, scroll.size.height);
  const turnTo = (wanted: number) => {
    const slot = slots[Math.min(Math.max(wanted, 1), props.pages) - 1];
    scroll.ref.current?.scrollTo({ top: (slot?.top ?? 0) - 6 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAct(event.key, page, props.pages, turnTo, (up) => setZoom(nextZoom(zoom, up)));
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const learnShape = useCallback((of: number, shape: number) => {
    setShapes((known) => (known[of] === shape ? known : { ...known, [of]: shape }));
  }, []);
  return (
    <section className="pages" aria-label={props.label ?? PAGES.label}>
      <PageBar
        page={page}
        pages={props.pages}
        {...(props.pagesPerCopy !== undefined && { pagesPerCopy: props.pagesPerCopy })}
        zoom={zoom}
        onTurn={turnTo}
        onZoom={setZoom}
      />
      <div
        className="pages-scroll"
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: read with the keyboard, so it must take the focus
        tabIndex={0}
        role="document"
        data-testid="pages"
      >
        <div className="pages-roll" style={{ height, minWidth: width + SIDE }}>
          {inSight(slots, scroll.top, scroll.size.height).map((slot) => (
            <Page
              key={slot.page}
              slot={slot}
              width={width}
              path={props.path(slot.page, pictureWidth(width, window.devicePixelRatio || 1))}
              onShape={learnShape}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function keyAct(
  key: string,
  page: number,
  pages: number,
  turnTo: (page: number) => void,
  zoom: (up: boolean) => void,
): (() => void) | undefined {
  const acts: Record<string, () => void> = {
    PageDown: () => turnTo(page + 1),
    PageUp: () => turnTo(page - 1),
    Home: () => turnTo(1),
    End: () => turnTo(pages),
    '+': () => zoom(true),
    '=': () => zoom(true),
    '-': () => zoom(false),
  };
  return acts[key];
}

interface PageProps {
  slot: Slot;
  width: number;
  path: string;
  onShape: (page: number, shape: number) => void;
}

function Page({ slot, width, path, onShape }: PageProps) {
  const backend = useBackend();
  const [failed, setFailed] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  return (
    <div
      className="pages-page"
      style={{ top: slot.top, width, height: slot.height }}
      data-testid={`page-${slot.page}`}
    >
      {failed === path ? (
        <button
          type="button"
          className="pages-failed"
          onClick={() => {
            setFailed(null);
            setTries(tries + 1);
          }}
        >
          {PAGES.failed}
          <br />
          {PAGES.retry}
        </button>
      ) : (
        <img
          key={tries}
          src={backend.picture(path)}
          alt={PAGES.alt(slot.page)}
          draggable={false}
          onError={() => setFailed(path)}
          onLoad={(event) => {
            const { naturalWidth, naturalHeight } = event.currentTarget;
            if (naturalWidth > 0) {
              onShape(slot.page, naturalHeight / naturalWidth);
            }
          }}
        />
      )}
    </div>
  );
}

function useScroll() {
  const ref = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const box = ref.current;
    if (!box) {
      return;
    }
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight });
    measure();
    // Ready to be turned by keyboard, unless somebody is typing.
    if (document.activeElement === document.body) {
      box.focus({ preventScroll: true });
    }
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const onScroll = useCallback(() => setTop(ref.current?.scrollTop ?? 0), []);
  return { ref, top, size, onScroll };
}
