/**
 * Where papers come from: the scanner, a telephone, a camera, files. Each brings
 * pages into the same tray; what is open in front of it is owned here.
 */
import { Button } from 'antd';
import { useState } from 'react';
import { isDialogOpen } from '../../../parts/Dialog';
import { KeyHint } from '../../../parts/KeyHint';
import { useKeys } from '../../../parts/useKeys';
import { PAPERS } from '../text';
import { CameraDialog } from './CameraDialog';
import { Phoning, phoneWish } from './Phoning';
import { Scanning } from './Scanning';
import styles from './sources.module.css';
import { SOURCES } from './text';
import type { Scan } from './useScan';

/** What the buttons reach. */
export interface SourcesProps {
  scan: Scan;
  /** Files are to be chosen. */
  onChoose: () => void;
  /** A photograph was taken. */
  onPhotograph: (file: File) => void;
}

/** The buttons above the tray, and the dialog of the one that was pressed. */
export function Sources({ scan, onChoose, onPhotograph }: SourcesProps) {
  const [open, setOpen] = useState<'scan' | 'phone' | 'camera'>();
  const close = () => setOpen(undefined);
  const phone = () => {
    scan.start(phoneWish());
    setOpen('phone');
  };
  useKeys({ F4: () => !isDialogOpen() && setOpen('scan') });
  return (
    <span className={styles.sources}>
      <Button size="small" onClick={() => setOpen('scan')} data-testid="papers-scan">
        {SOURCES.scan}
        <KeyHint keys={SOURCES.scanKey} />
      </Button>
      <Button size="small" onClick={phone} data-testid="papers-phone">
        {SOURCES.phone}
      </Button>
      <Button size="small" onClick={() => setOpen('camera')} data-testid="papers-camera">
        {SOURCES.camera}
      </Button>
      <Button size="small" onClick={onChoose} data-testid="papers-choose">
        {PAPERS.choose}
      </Button>
      {open === 'scan' && <Scanning scan={scan} onClose={close} />}
      {open === 'phone' && <Phoning scan={scan} onClose={close} />}
      {open === 'camera' && <CameraDialog onTake={onPhotograph} onClose={close} />}
    </span>
  );
}
