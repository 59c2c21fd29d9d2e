import type { ReactNode } from 'react';
import type { PaperKind } from '../../../backend';
import { COMMON, PAPER_KIND } from '../../../text';
import { PAPERS } from '../text';
import type { Picture } from './usePicture';
import { pageSize, type View } from './view';
import styles from './viewer.module.css';

/** A paper's picture where it lies in the viewer, or why there is none. */
export function Sheet(props: {
  picture: Picture;
  view: View | undefined;
  kind: PaperKind;
  /** Laid over the picture, as large as it. */
  children?: ReactNode;
}) {
  const { picture, view } = props;
  if (picture.failed) {
    return (
      <button type="button" className={styles.failed} onClick={picture.retry}>
        {PAPERS.failed}
        <br />
        {PAPERS.retry}
      </button>
    );
  }
  if (picture.source === undefined || picture.size === undefined || view === undefined) {
    return <span className={styles.loading}>{COMMON.loading}</span>;
  }
  const { width, height } = pageSize(picture.size);
  return (
    <div
      className={styles.picture}
      style={{
        width: width * view.scale,
        height: height * view.scale,
        transform: `translate(${view.x}px, ${view.y}px)`,
      }}
    >
      <img
        src={picture.source}
        alt={PAPER_KIND[props.kind]}
        draggable={false}
        data-testid="paper-picture"
      />
      {props.children}
    </div>
  );
}
