import {
  BorderOuterOutlined,
  CompressOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ScissorOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { PAPERS } from '../text';
import styles from './viewer.module.css';
import type { ViewerActs } from './viewerKeys';

function Tool(props: {
  name: string;
  word: string;
  icon: ReactNode;
  onClick: () => void;
  disabled?: boolean;
}) {
  return (
    <Button
      type="text"
      size="small"
      icon={props.icon}
      aria-label={props.word}
      title={props.word}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
      // Each has a key of its own while the viewer has the focus.
      tabIndex={-1}
      data-testid={`viewer-${props.name}`}
    />
  );
}

/** What can be done with the paper in the viewer, by mouse. */
export function Tools(props: { place: number; count: number; acts: ViewerActs }) {
  const { place, count, acts } = props;
  return (
    <div className={styles.tools} role="toolbar" aria-label={PAPERS.viewer}>
      <Tool
        name="previous"
        word={PAPERS.previous}
        icon={<LeftOutlined />}
        onClick={() => acts.step(-1)}
        disabled={place <= 0}
      />
      <span className={styles.position}>{PAPERS.position(place + 1, count)}</span>
      <Tool
        name="next"
        word={PAPERS.next}
        icon={<RightOutlined />}
        onClick={() => acts.step(1)}
        disabled={place >= count - 1}
      />
      <Tool
        name="zoom-out"
        word={PAPERS.zoomOut}
        icon={<ZoomOutOutlined />}
        onClick={() => acts.zoom(false)}
      />
      <Tool
        name="zoom-in"
        word={PAPERS.zoomIn}
        icon={<ZoomInOutlined />}
        onClick={() => acts.zoom(true)}
      />
      <Tool name="fit" word={PAPERS.fit} icon={<CompressOutlined />} onClick={acts.fit} />
      {acts.change && (
        <>
          <Tool
            name="rotate"
            word={PAPERS.rotate}
            icon={<RotateRightOutlined />}
            onClick={acts.change.rotate}
          />
          <Tool
            name="crop"
            word={PAPERS.crop}
            icon={<ScissorOutlined />}
            onClick={acts.change.crop}
          />
          <Tool
            name="corners"
            word={PAPERS.corners}
            icon={<BorderOuterOutlined />}
            onClick={() => acts.change?.corners?.()}
            disabled={acts.change.corners === undefined}
          />
        </>
      )}
    </div>
  );
}
