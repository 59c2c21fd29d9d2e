/** A large field to sign in; keeps nothing but the strokes, which its owner holds. */
import { Button } from 'antd';
import type { Dispatch, KeyboardEvent, SetStateAction } from 'react';
import { SIGN_PAD } from '../../../text';
import type { Stroke } from './strokes';
import { useInk } from './useInk';

/** What the pad needs. */
export interface SignPadProps {
  strokes: readonly Stroke[];
  onStrokes: Dispatch<SetStateAction<readonly Stroke[]>>;
}

/** The field, and the two ways back. */
export function SignPad({ strokes, onStrokes }: SignPadProps) {
  const { canvas, handlers } = useInk(strokes, (stroke) =>
    onStrokes((drawn) => [...drawn, stroke]),
  );
  const none = strokes.length === 0;
  const undo = () => onStrokes((drawn) => drawn.slice(0, -1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      undo();
    }
  };
  return (
    <div className="sign-pad">
      <canvas
        ref={canvas}
        tabIndex={0}
        aria-label={SIGN_PAD.pad}
        onKeyDown={onKeyDown}
        data-testid="sign-pad"
        {...handlers}
      />
      {none && <p className="sign-pad-hint">{SIGN_PAD.hint}</p>}
      <div className="sign-pad-back">
        <Button disabled={none} onClick={undo} data-testid="sign-pad-undo">
          {SIGN_PAD.undo}
        </Button>
        <Button disabled={none} onClick={() => onStrokes([])} data-testid="sign-pad-clear">
          {SIGN_PAD.clear}
        </Button>
      </div>
    </div>
  );
}
