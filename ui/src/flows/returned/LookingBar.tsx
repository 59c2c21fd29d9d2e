/** How far the looking at pages is, and the way to stop it. */
import { Button, Progress } from 'antd';
import { FailureNote } from '../../parts/FailureNote';
import { seen } from './progress';
import { LOOKING } from './text';
import type { Looking } from './useLooking';

/** A line while pages are looked at; a word when they all were. */
export function LookingBar({ looking }: { looking: Looking }) {
  const { progress, stopped, failure, stop, goOn, forget } = looking;
  if (progress.all === 0) {
    return null;
  }
  const over = progress.left === 0;
  const told = over
    ? LOOKING.done(progress.all)
    : stopped
      ? LOOKING.stopped(progress.left)
      : LOOKING.doing(seen(progress), progress.all);
  return (
    <>
      <div className="looking" role="status" data-over={over} data-testid="returned-looking">
        <span className="figures">{told}</span>
        {!over && (
          <Progress
            percent={Math.floor((seen(progress) / progress.all) * 100)}
            size="small"
            showInfo={false}
            status={stopped ? 'normal' : 'active'}
          />
        )}
        <LookingAct over={over} stopped={stopped} onStop={stop} onGoOn={goOn} onForget={forget} />
      </div>
      {!over && <FailureNote failure={failure} onRetry={goOn} />}
    </>
  );
}

function LookingAct(props: {
  over: boolean;
  stopped: boolean;
  onStop: () => void;
  onGoOn: () => void;
  onForget: () => void;
}) {
  if (props.over) {
    return (
      <Button size="small" type="link" onClick={props.onForget} data-testid="looking-close">
        {LOOKING.close}
      </Button>
    );
  }
  return props.stopped ? (
    <Button size="small" onClick={props.onGoOn} data-testid="looking-go-on">
      {LOOKING.goOn}
    </Button>
  ) : (
    <Button size="small" onClick={props.onStop} data-testid="looking-stop">
      {LOOKING.stop}
    </Button>
  );
}
