import { Popover } from 'antd';
import type { ReactElement } from 'react';
import { ReadLook, ReadMark } from '../../../parts/reading/ReadField';
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
  const { evidence, go } = useReadings();
  const value = useText(path);
  const one = evidence.get(path);
  return one && <ReadMark path={path} evidence={one} value={value} onShow={() => go(path)} />;
}

/** A field, and under it what is asked while one stands in it. */
export function ReadAround({ path, children }: { path: string; children: ReactElement }) {
  const { evidence, open, chosen, inField, settle, takeRead } = useReadings();
  const value = useText(path);
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
      content={
        <ReadLook
          path={path}
          evidence={one}
          value={value}
          onSettle={() => settle(path)}
          onTakeRead={() => takeRead(path)}
        />
      }
    >
      {children}
    </Popover>
  );
}
