import { Popover } from 'antd';
import type { ReactElement } from 'react';
import { ReadLook, ReadMark } from '../../../parts/reading/ReadField';
import type { Evidence } from '../../../parts/reading/types';
import { useDraftState } from '../draft/hooks';
import { type FormPath, valueAt } from '../form/path';
import { useReadings } from './readings';

/** What stands on the form, as text. */
function useText(path: string): string {
  return useDraftState((state) => {
    const value = valueAt(state.form, path as FormPath);
    return typeof value === 'string' ? value : '';
  });
}

/** The mark of a field whose value was read; nothing at others. */
export function ReadAside({ path }: { path: string }) {
  const one = useReadings().evidence.get(path);
  return one && <Mark path={path} one={one} />;
}

function Mark({ path, one }: { path: string; one: Evidence }) {
  const { go } = useReadings();
  return <ReadMark path={path} evidence={one} value={useText(path)} onShow={() => go(path)} />;
}

/** A field, and under it what is asked while one stands in it. */
export function ReadAround({ path, children }: { path: string; children: ReactElement }) {
  const { evidence, open, chosen, inField } = useReadings();
  const one = evidence.get(path);
  if (one === undefined) {
    return children;
  }
  return (
    <Popover
      open={inField && chosen === path && open.has(path)}
      placement="bottomLeft"
      arrow={false}
      trigger={[]}
      content={<Asked path={path} one={one} />}
    >
      {children}
    </Popover>
  );
}

function Asked({ path, one }: { path: string; one: Evidence }) {
  const { settle, takeRead } = useReadings();
  return (
    <ReadLook
      path={path}
      evidence={one}
      value={useText(path)}
      onSettle={() => settle(path)}
      onTakeRead={() => takeRead(path)}
    />
  );
}
