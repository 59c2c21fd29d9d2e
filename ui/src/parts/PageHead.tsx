/** The head of a screen: where one is, what it is about, what one can do. */
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FRAME } from '../text';
import './PageHead.css';

/** What stands at the head. */
export interface PageHeadProps {
  title: ReactNode;
  /** Facts beside the title. */
  aside?: ReactNode;
  /** Buttons at the right. */
  children?: ReactNode;
  /** Shows the way back. */
  onBack?: () => void;
}

/** Title and buttons of a screen. */
export function PageHead({ title, aside, children, onBack }: PageHeadProps) {
  return (
    <header className="page-head">
      {onBack && (
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          onClick={onBack}
          aria-label={FRAME.back}
          data-testid="page-back"
        />
      )}
      <h1 className="page-title">{title}</h1>
      {aside && <div className="page-aside">{aside}</div>}
      <div className="page-actions">{children}</div>
    </header>
  );
}
