import { LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { explain } from '../../../errors';
import { PAPERS } from '../text';
import type { Upload } from './intake';
import styles from './tray.module.css';

/** Files on their way in, one line each; a refused one says why until it is seen. */
export function Uploads(props: { uploads: readonly Upload[]; onDismiss: (key: number) => void }) {
  if (props.uploads.length === 0) {
    return null;
  }
  return (
    <ul className={styles.uploads} data-testid="papers-uploads">
      {props.uploads.map((upload) => (
        <li
          key={upload.key}
          data-state={upload.state}
          data-code={upload.failure?.code}
          role={upload.failure && 'alert'}
          data-testid={`upload-${upload.key}`}
        >
          {upload.failure ? <WarningOutlined /> : <LoadingOutlined />}
          <span className={styles.uploadText}>
            <b>{upload.name}</b>{' '}
            {upload.failure
              ? explain(upload.failure)
              : PAPERS[upload.state === 'waiting' ? 'waiting' : 'reading']}
          </span>
          {upload.failure && (
            <Button
              size="small"
              type="link"
              onClick={() => props.onDismiss(upload.key)}
              data-testid={`upload-dismiss-${upload.key}`}
            >
              {PAPERS.dismiss}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
