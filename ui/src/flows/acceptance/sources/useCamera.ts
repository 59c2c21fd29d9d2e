/** A camera in the window: found, opened, and let go of when the screen is left. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../backend';

/** What of the browser is needed; a test stands another in its place. */
export type Cameras = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** The camera of last time is the one of this time. */
const KEY = 'desk400.camera';

/** As many dots as the camera has; a licence has small print. */
const FINE = { width: { ideal: 4096 }, height: { ideal: 3072 } } as const;

/** A camera to choose. */
export interface CameraChoice {
  id: string;
  /** As the system names it; empty where it does not tell. */
  name: string;
}

/** Why there is no picture, by the name of the browser's refusal. */
export function cameraFailure(refusal: unknown): Failure {
  const name = refusal instanceof Error || refusal instanceof DOMException ? refusal.name : '';
  const codes: Record<string, string> = {
    NotAllowedError: 'CameraDenied',
    SecurityError: 'CameraDenied',
    NotFoundError: 'CameraAbsent',
    NotSupportedError: 'CameraUnsupported',
    OverconstrainedError: 'CameraAbsent',
  };
  return { code: codes[name] ?? 'CameraBusy', message: '', field: null, details: {} };
}

/** What the dialog knows of the camera. */
export interface Camera {
  choices: readonly CameraChoice[];
  chosen: string;
  choose: (id: string) => void;
  /** The picture runs. */
  live: boolean;
  failure: Failure | null;
  retry: () => void;
}

/** Runs a camera into `video` as long as the screen stands. */
export function useCamera(
  cameras: Cameras | undefined,
  video: RefObject<HTMLVideoElement | null>,
): Camera {
  const [choices, setChoices] = useState<readonly CameraChoice[]>([]);
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY) ?? '');
  const [live, setLive] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const screen = useRef(video);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks again
  useEffect(() => {
    let current = true;
    let stream: MediaStream | undefined;
    const fail = (refusal: unknown) => {
      if (current) {
        setLive(false);
        setFailure(cameraFailure(refusal));
      }
    };
    const run = async () => {
      // Some windows have no cameras at all, or only the name of them.
      if (typeof cameras?.getUserMedia !== 'function') {
        throw new DOMException('', 'NotSupportedError');
      }
      const opened = await opening(cameras, chosen);
      if (!current) {
        letGo(opened);
        return;
      }
      stream = opened;
      for (const track of opened.getVideoTracks()) {
        track.addEventListener('ended', () => {
          if (current) {
            setLive(false);
            setFailure({ code: 'CameraLost', message: '', field: null, details: {} });
          }
        });
      }
      const element = screen.current.current;
      if (element !== null) {
        element.srcObject = opened;
        await element.play();
      }
      // Only now does the system tell the cameras' names.
      const found = await cameras.enumerateDevices();
      if (current) {
        setChoices(found.filter(({ kind }) => kind === 'videoinput').map(asChoice));
        setLive(true);
      }
    };
    setLive(false);
    setFailure(null);
    run().catch(fail);
    return () => {
      current = false;
      letGo(stream);
    };
  }, [cameras, chosen, tries]);

  const choose = useCallback((id: string) => {
    localStorage.setItem(KEY, id);
    setChosen(id);
  }, []);
  return { choices, chosen, choose, live, failure, retry: () => setTries(tries + 1) };
}

/** Opens the camera of that id, or any when it is not there any more. */
async function opening(cameras: Cameras, id: string): Promise<MediaStream> {
  const any = { audio: false, video: FINE };
  if (id === '') {
    return cameras.getUserMedia(any);
  }
  try {
    return await cameras.getUserMedia({
      audio: false,
      video: { ...FINE, deviceId: { exact: id } },
    });
  } catch (refusal) {
    const { code } = cameraFailure(refusal);
    if (code !== 'CameraAbsent') {
      throw refusal;
    }
    return cameras.getUserMedia(any);
  }
}

function asChoice({ deviceId, label }: MediaDeviceInfo): CameraChoice {
  return { id: deviceId, name: label };
}

function letGo(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) {
    track.stop();
  }
}

/** What the camera sees now, with every dot it has, as a JPEG. */
export async function photograph(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((done, refuse) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : refuse(new DOMException('', 'NotReadableError'))),
      'image/jpeg',
      0.95,
    );
  });
}
