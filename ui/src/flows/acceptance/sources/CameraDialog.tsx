/**
 * Papers under a camera: choose it, shoot, look, take or shoot again. What is
 * taken goes the way of every file; nothing is kept here.
 */
import { CameraOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../../parts/Dialog';
import { FailureNote } from '../../../parts/FailureNote';
import { KeyHint } from '../../../parts/KeyHint';
import styles from './sources.module.css';
import { CAMERA } from './text';
import { type Camera, type Cameras, useCamera, photograph as withCanvas } from './useCamera';

/** What the dialog needs. */
export interface CameraDialogProps {
  /** Takes a photograph in. */
  onTake: (file: File) => void;
  onClose: () => void;
  /** The window's cameras; a test stands others in their place. */
  cameras?: Cameras | undefined;
  /** What the camera sees, as a file's bytes; a test stands another in its place. */
  photograph?: (video: HTMLVideoElement) => Promise<Blob>;
}

/** A photograph to be looked at; its address is given back when it is done with. */
function useShot() {
  const [shot, setShot] = useState<{ blob: Blob; address: string }>();
  useEffect(() => () => shot && URL.revokeObjectURL(shot.address), [shot]);
  return {
    shot,
    show: (blob: Blob) => setShot({ blob, address: URL.createObjectURL(blob) }),
    drop: () => setShot(undefined),
  };
}

/** The dialog; it stays open for the next paper. */
export function CameraDialog(props: CameraDialogProps) {
  const { onTake, onClose, photograph = withCanvas } = props;
  const [cameras] = useState((): Cameras | undefined => props.cameras ?? navigator.mediaDevices);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(cameras, video);
  const { shot, show, drop } = useShot();
  const [taken, setTaken] = useState(0);
  // Then there is nothing to look at and nothing to try again.
  const never = camera.failure?.code === 'CameraUnsupported';
  const shoot = async () => {
    if (video.current) {
      show(await photograph(video.current));
    }
  };
  const take = () => {
    if (shot) {
      onTake(new File([shot.blob], CAMERA.fileName(taken + 1), { type: 'image/jpeg' }));
      setTaken(taken + 1);
      drop();
    }
  };
  return (
    <Dialog title={CAMERA.title} width={820} onClose={onClose} testId="camera-dialog">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is another way to a button that stands there */}
      <div className={styles.form} onKeyDown={(event) => event.key === 'r' && drop()}>
        {camera.choices.length > 1 && <Choose camera={camera} />}
        <div className={styles.stage} hidden={never}>
          <video
            ref={video}
            muted
            playsInline
            hidden={!camera.live || shot !== undefined}
            aria-label={CAMERA.live}
            data-testid="camera-live"
          />
          {shot && <img src={shot.address} alt={CAMERA.shot} data-testid="camera-shot" />}
          {!camera.live && !camera.failure && CAMERA.opening}
        </div>
        <FailureNote failure={camera.failure} {...(!never && { onRetry: camera.retry })} />
        <div className={styles.foot}>
          <span className={styles.quiet} role="status">
            {shot ? CAMERA.look : taken > 0 ? CAMERA.taken(taken) : never ? '' : CAMERA.hint}
          </span>
          {shot ? (
            <Look onRetake={drop} onTake={take} />
          ) : (
            <Shoot live={camera.live} onShoot={() => void shoot()} onClose={onClose} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Choose({ camera }: { camera: Camera }) {
  const { choices, chosen, choose } = camera;
  return (
    <Select
      value={choices.find(({ id }) => id === chosen)?.id ?? choices[0]?.id ?? null}
      onChange={(id: string | null) => id !== null && choose(id)}
      options={choices.map(({ id, name }, place) => ({
        value: id,
        label: name || CAMERA.unnamed(place + 1),
      }))}
      aria-label={CAMERA.camera}
      data-testid="camera-choose"
    />
  );
}

/** While the camera runs. Space and Enter press what comes next, shot after shot. */
function Shoot(props: { live: boolean; onShoot: () => void; onClose: () => void }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.live) {
      next.current?.focus();
    }
  }, [props.live]);
  return (
    <>
      <Button size="large" onClick={props.onClose} data-testid="camera-close">
        {CAMERA.done}
      </Button>
      <Button
        ref={next}
        size="large"
        type="primary"
        icon={<CameraOutlined />}
        disabled={!props.live}
        onClick={props.onShoot}
        data-testid="camera-shoot"
      >
        {CAMERA.shoot}
        <KeyHint keys={CAMERA.space} />
      </Button>
    </>
  );
}

/** While a photograph is looked at. */
function Look({ onRetake, onTake }: { onRetake: () => void; onTake: () => void }) {
  return (
    <>
      <Button size="large" onClick={onRetake} data-testid="camera-retake">
        {CAMERA.retake}
        <KeyHint keys="R" />
      </Button>
      <Button size="large" type="primary" autoFocus onClick={onTake} data-testid="camera-take">
        {CAMERA.take}
        <KeyHint keys={CAMERA.space} />
      </Button>
    </>
  );
}
