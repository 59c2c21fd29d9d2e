/** How a print job stands, asked every second until the paper is out. */
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  LoadingOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { type PrintJob, type PrintJobState, useCommand } from '../backend';
import { PRINT_JOB_STATE } from '../text';
import { FailureNote } from './FailureNote';

const EVERY_MS = 1_000;

const ICON: Record<PrintJobState, ReactNode> = {
  waiting: <ClockCircleOutlined />,
  printing: <LoadingOutlined />,
  done: <CheckCircleOutlined />,
  stopped: <WarningOutlined />,
  failed: <WarningOutlined />,
};

function isOver(job: PrintJob): boolean {
  return job.state === 'done' || job.state === 'failed';
}

/** The state in a word, and what the printer says. */
export function JobState({ job }: { job: PrintJob }) {
  const asked = useCommand(
    'print_state',
    { printer: job.printer, job: job.job },
    { enabled: !isOver(job), every: (now) => (now && isOver(now) ? false : EVERY_MS) },
  );
  const now = asked.data ?? job;
  return (
    <div className="print-job" role="status" data-state={now.state} data-testid="print-state">
      {ICON[now.state]}
      <b>{PRINT_JOB_STATE[now.state]}</b>
      <span>{now.message}</span>
      <FailureNote failure={asked.error} />
    </div>
  );
}
