/** What a person may do about a line of the arrears: what is proposed, then the notice. */
import { Button } from 'antd';
import type { ArrearsLine, ArrearsStep, NoticeKind } from '../../backend';
import { ARREARS } from './text';

/** A dialog over a line. */
export interface Opened {
  what: 'suspend' | 'close' | 'pay';
  line: ArrearsLine;
}

const PROPOSED: Record<ArrearsStep, { what: Opened['what']; word: string }> = {
  terminate: { what: 'close', word: ARREARS.close },
  suspend: { what: 'suspend', word: ARREARS.suspend },
  wait: { what: 'pay', word: ARREARS.pay },
  remind: { what: 'pay', word: ARREARS.pay },
};

/** The two buttons of a line. */
export function Acts(props: {
  line: ArrearsLine;
  onOpen: (opened: Opened) => void;
  onNotice: (line: ArrearsLine, kind: NoticeKind) => void;
}) {
  const { line, onOpen, onNotice } = props;
  const { account } = line.account;
  const { what, word } = PROPOSED[line.due];
  const notice = line.due === 'terminate' ? 'termination' : 'arrears';
  return (
    <span className="arrears-acts">
      <Button
        size="small"
        danger={what !== 'pay'}
        onClick={() => onOpen({ what, line })}
        data-testid={`arrears-${what}-${account}`}
      >
        {word}
      </Button>
      <Button
        size="small"
        type="link"
        onClick={() => onNotice(line, notice)}
        data-testid={`arrears-notice-${account}`}
      >
        {notice === 'termination' ? ARREARS.termination : ARREARS.notice}
      </Button>
    </span>
  );
}
