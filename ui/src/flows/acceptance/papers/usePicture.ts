import { useEffect, useState } from 'react';
import { useBackend } from '../../../backend';
import type { Size } from './view';

/** A picture on its way onto the screen. The last one stays until the next is whole. */
export interface Picture {
  /** Address of the picture that can be drawn now. */
  source: string | undefined;
  /** Its size. */
  size: Size | undefined;
  /** Whether the wanted one did not come. */
  failed: boolean;
  /** Whether the wanted one is still on its way. */
  loading: boolean;
  /** Asks again. */
  retry: () => void;
}

interface Shown {
  path: string;
  source: string;
  size: Size;
}

/** Loads a picture by its path behind the door. */
export function usePicture(path: string): Picture {
  const backend = useBackend();
  const [shown, setShown] = useState<Shown>();
  const [failed, setFailed] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    const image = new Image();
    // A failed answer may be remembered by its address; a new try has another one.
    const source = backend.picture(tries === 0 ? path : `${path}&try=${tries}`);
    image.onload = () => {
      if (current && image.naturalWidth > 0) {
        const size = { width: image.naturalWidth, height: image.naturalHeight };
        setShown({ path, source, size });
        setFailed(undefined);
      }
    };
    image.onerror = () => current && setFailed(path);
    image.src = source;
    return () => {
      current = false;
    };
  }, [backend, path, tries]);
  return {
    source: shown?.source,
    size: shown?.size,
    failed: failed === path,
    loading: shown?.path !== path && failed !== path,
    retry: () => {
      setFailed(undefined);
      setTries(tries + 1);
    },
  };
}
