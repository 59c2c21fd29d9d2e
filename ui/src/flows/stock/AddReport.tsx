/** What became of a list: how many are new, known, refused, and why. */
import { Button } from 'antd';
import type { NumberAdded } from '../../backend';
import { ListTable } from '../../parts/ListTable';
import { STOCK_ADD } from '../../text';
import '../../parts/DialogFoot.css';

/** What the report needs. */
export interface AddReportProps {
  report: NumberAdded;
  onMore: () => void;
  onClose: () => void;
}

/** The result of an import. */
export function AddReport({ report, onMore, onClose }: AddReportProps) {
  const counts: [string, number, string][] = [
    [STOCK_ADD.added, report.added, 'added'],
    [STOCK_ADD.known, report.known, 'known'],
    [STOCK_ADD.refused, report.refused.length, 'refused'],
  ];
  return (
    <>
      <dl className="stock-counts">
        {counts.map(([word, count, name]) => (
          <div key={name} data-name={name} data-some={count > 0}>
            <dt>{word}</dt>
            <dd className="figures" data-testid={`stock-${name}`}>
              {count}
            </dd>
          </div>
        ))}
      </dl>
      {report.refused.length > 0 && (
        <div className="stock-refused">
          <ListTable
            rows={report.refused}
            rowKey={(line) => line.line}
            columns={[
              { title: STOCK_ADD.line, dataIndex: 'line', width: 56 },
              { title: STOCK_ADD.text, dataIndex: 'text', width: 180, ellipsis: true },
              { title: STOCK_ADD.reason, dataIndex: 'message' },
            ]}
            empty={null}
            testId="refused"
          />
        </div>
      )}
      <div className="dialog-foot">
        <Button onClick={onMore}>{STOCK_ADD.more}</Button>
        <Button type="primary" autoFocus onClick={onClose} data-testid="stock-add-done">
          {STOCK_ADD.done}
        </Button>
      </div>
    </>
  );
}
