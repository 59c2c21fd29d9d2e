/** The accounts staff's desk: the month to close, rows that wait, arrears, files that came in. */
import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { go } from '../../route';
import { TODAY } from '../../text';
import { TodayArrears } from '../arrears/TodayArrears';
import { RecentFiles, useFiles, WaitingRows } from './callRows';
import { NextMonth } from './NextMonth';
import './today.css';

/** The first screen of those who take no orders. */
export function AccountsToday() {
  const files = useFiles();
  return (
    <div className="today">
      <PageHead title={TODAY.title}>
        <Button
          type="primary"
          size="large"
          icon={<UploadOutlined />}
          onClick={() => go({ at: 'calls' })}
          data-testid="today-import"
        >
          {TODAY.importCalls}
        </Button>
      </PageHead>
      <FailureNote failure={files.error} onRetry={() => void files.refetch()} />
      <div className="today-accounts">
        <div className="today-stack">
          <NextMonth />
          <WaitingRows />
        </div>
        <TodayArrears />
        <RecentFiles />
      </div>
    </div>
  );
}
