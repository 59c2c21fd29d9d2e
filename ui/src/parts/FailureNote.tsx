/** A refusal where it happened: the sentence, and what can be done. */
import { Alert, Button } from 'antd';
import type { Failure } from '../backend';
import { explain, reaction } from '../errors';
import { FAILURE } from '../text';

/** What a note of a refusal needs. */
export interface FailureNoteProps {
  failure: Failure | null | undefined;
  /** Does the same again, or asks anew. */
  onRetry?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
  testId?: string;
}

/** Tells a refusal; tells nothing when the window answers it by itself. */
export function FailureNote({ failure, onRetry, onClose, testId }: FailureNoteProps) {
  if (!failure || reaction(failure.code).silent) {
    return null;
  }
  const { severity, action } = reaction(failure.code);
  return (
    <Alert
      type={severity}
      showIcon
      role="alert"
      title={explain(failure)}
      data-testid={testId ?? 'failure'}
      data-code={failure.code}
      {...(onClose && { closable: { onClose } })}
      action={
        onRetry &&
        action !== 'stop' && (
          <Button size="small" onClick={onRetry} data-testid="failure-retry">
            {action === 'reload' ? FAILURE.reload : FAILURE.retry}
          </Button>
        )
      }
    />
  );
}
