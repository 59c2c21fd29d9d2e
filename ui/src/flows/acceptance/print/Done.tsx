import {
  CheckCircleFilled,
  DownloadOutlined,
  EditOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type AgreementView, useAct, useCommand } from '../../../backend';
import { FailureNote } from '../../../parts/FailureNote';
import { PagePictures } from '../../../parts/PagePictures';
import { PrintDialog } from '../../../parts/PrintDialog';
import { StateTag } from '../../../parts/StateTag';
import { go } from '../../../route';
import { AGREEMENT } from '../../../text';
import { DONE } from '../text';
import styles from './print.module.css';

/** The agreement printed from an order: its number, its pages, and what comes next. */
export function Done({ number }: { number: string }) {
  const agreement = useCommand('agreement_show', { number });
  if (agreement.data === undefined) {
    return <FailureNote failure={agreement.error} onRetry={() => void agreement.refetch()} />;
  }
  return <Shown agreement={agreement.data} />;
}

function Shown({ agreement }: { agreement: AgreementView }) {
  const { number } = agreement.line;
  return (
    <div className={styles.done} data-testid="order-done">
      <PagePictures
        pages={agreement.pages}
        pagesPerCopy={agreement.pages_per_copy}
        label={number}
        path={(page, width) => `agreement/${encodeURIComponent(number)}/${page}?width=${width}`}
      />
      <section className={`panel ${styles.side}`}>
        <h1 className={styles.title}>
          <CheckCircleFilled />
          {DONE.title}
        </h1>
        <div>
          <p className={styles.label}>{DONE.number}</p>
          <p className={styles.agreement} data-testid="agreement-number">
            {number}
          </p>
        </div>
        <div className={styles.facts}>
          <StateTag of="agreement" state={agreement.line.state} />
          <p>{agreement.line.company}</p>
          <p>{agreement.line.number_400}</p>
          <p>{AGREEMENT.copies(agreement.pages_per_copy)}</p>
          {agreement.override_reason && (
            <p>
              {DONE.overridden}：{agreement.override_reason}
            </p>
          )}
        </div>
        <Next agreement={agreement} />
      </section>
    </div>
  );
}

function Next({ agreement }: { agreement: AgreementView }) {
  const { number, state } = agreement.line;
  const [printing, setPrinting] = useState(false);
  const save = useAct('agreement_save');
  const waits = state === 'printed';
  return (
    <div className={styles.acts}>
      {waits && <p>{DONE.next}</p>}
      <FailureNote failure={save.error} onClose={save.reset} />
      {save.data && (
        <Alert type="success" title={DONE.saved(save.data.path)} data-testid="done-saved" />
      )}
      <Button
        size="large"
        type="primary"
        autoFocus
        icon={<PrinterOutlined />}
        onClick={() => setPrinting(true)}
        data-testid="done-print"
      >
        {DONE.print}
      </Button>
      <Button
        size="large"
        icon={<DownloadOutlined />}
        loading={save.isPending}
        onClick={() => save.mutate({ number })}
        data-testid="done-save"
      >
        {DONE.savePdf}
      </Button>
      <Button
        size="large"
        icon={<EditOutlined />}
        onClick={() => go({ at: 'agreement', number })}
        data-testid="done-sign"
      >
        {waits ? DONE.sign : DONE.open}
      </Button>
      {printing && <PrintDialog number={number} onClose={() => setPrinting(false)} />}
    </div>
  );
}
