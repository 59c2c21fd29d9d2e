/** A file dropped beside the place for it. */
import { useEffect } from 'react';

/** Keeps a file that misses its place from replacing the whole window. */
export function useUndropped(): void {
  useEffect(() => {
    const stop = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}
