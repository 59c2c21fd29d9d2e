/** A page large enough to read what it is; a click looks closer at that spot. */
import { Button } from 'antd';
import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { PaperView } from '../../backend';
import { picturePath } from '../acceptance/papers/picture';
import { usePicture } from '../acceptance/papers/usePicture';
import { PLACE } from './text';

/** The page and its two buttons. */
export function LargePage({ paper }: { paper: PaperView }) {
  const [close, setClose] = useState(false);
  const [turned, setTurned] = useState(false);
  const spot = useRef({ x: 0.5, y: 0 });
  const box = useRef<HTMLDivElement>(null);
  const picture = usePicture(picturePath(paper, close ? 3200 : 1600));
  useLayoutEffect(() => {
    const { current } = box;
    if (current && close) {
      current.scrollTo({
        left: spot.current.x * current.scrollWidth - current.clientWidth / 2,
        top: spot.current.y * current.scrollHeight - current.clientHeight / 2,
      });
    }
  }, [close]);
  const look = (event: MouseEvent<HTMLImageElement>) => {
    const page = event.currentTarget.getBoundingClientRect();
    spot.current = {
      x: (event.clientX - page.left) / page.width,
      y: (event.clientY - page.top) / page.height,
    };
    setClose(!close);
  };
  return (
    <div className="large-page" data-close={close}>
      <div className="large-page-acts">
        <Button size="small" onClick={() => setClose(!close)} data-testid="page-closer">
          {close ? PLACE.whole : PLACE.larger}
        </Button>
        <Button size="small" onClick={() => setTurned(!turned)} data-testid="page-turn">
          {PLACE.turn}
        </Button>
      </div>
      <div className="large-page-box" ref={box}>
        {picture.failed ? (
          <Button onClick={picture.retry}>{PLACE.failed}</Button>
        ) : (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the button above does the same by keyboard
          <img
            src={picture.source}
            alt={PLACE.picture}
            draggable={false}
            data-turned={turned}
            onClick={look}
          />
        )}
      </div>
    </div>
  );
}
