import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { PaperKind } from '../../../backend';
import { PAPERS } from '../text';

function filesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])];
}

function carriesFiles(event: DragEvent): boolean {
  return [...event.dataTransfer.types].includes('Files');
}

/** The missing paper that files were dropped on, if it was one. */
function kindUnder(target: EventTarget): PaperKind | undefined {
  const frame = target instanceof Element ? target.closest('[data-wanted]') : null;
  return frame instanceof HTMLElement ? (frame.dataset.wanted as PaperKind) : undefined;
}

/** Takes files that are dropped; knows while some hang above. */
export function useDrop(add: (files: readonly File[], kind?: PaperKind) => void) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent: count both.
  const depth = useRef(0);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (carriesFiles(event)) {
        depth.current += 1;
        setOver(true);
      }
    },
    onDragOver: (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }
    },
    onDragLeave: (event: DragEvent) => {
      if (carriesFiles(event)) {
        depth.current -= 1;
        if (depth.current <= 0) {
          leave();
        }
      }
    },
    onDrop: (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        leave();
        add(filesOf(event.dataTransfer), kindUnder(event.target));
      }
    },
  };
  useUndropped();
  return { over, handlers };
}

/** A file dropped beside the tray must not replace the whole window by itself. */
function useUndropped(): void {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent) => {
      if ([...(event.dataTransfer?.types ?? [])].includes('Files')) {
        event.preventDefault();
      }
    };
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}

function named(file: File): File {
  // Pictures from the clipboard are all called image.png.
  return file.name === 'image.png'
    ? new File([file], PAPERS.pastedName, { type: file.type })
    : file;
}

/** Takes pictures and files that are pasted anywhere on the screen; text goes where it belongs. */
export function usePastedFiles(add: (files: readonly File[]) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData);
      // A spreadsheet puts a picture of its cells beside the text: the text is meant.
      const hasText = (event.clipboardData?.getData('text/plain') ?? '') !== '';
      if (files.length > 0 && !hasText) {
        event.preventDefault();
        add(files.map(named));
      }
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [add]);
}
