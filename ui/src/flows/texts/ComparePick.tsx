/** Asks which two editions to hold against each other. */
import { Select } from 'antd';
import { useState } from 'react';
import type { TextLine } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { Field } from '../../parts/Field';
import { COMPARE, EDITION_STATE, EDITOR } from './text';

/** What the dialog needs. */
export interface ComparePickProps {
  lines: readonly TextLine[];
  onPick: (old: number, fresh: number) => void;
  onClose: () => void;
}

/** The dialog; begins with the edition of today and the newest other one. */
export function ComparePick({ lines, onPick, onClose }: ComparePickProps) {
  const now = lines.find(({ in_force }) => in_force) ?? lines.at(-1);
  const [old, setOld] = useState(now?.id ?? 0);
  const [fresh, setFresh] = useState(lines.find(({ id }) => id !== now?.id)?.id ?? 0);
  return (
    <Dialog title={COMPARE.pickTitle} onClose={onClose} testId="compare-dialog">
      <div className="text-dialog">
        <div className="text-head-fields">
          <Field label={COMPARE.old} bare>
            <EditionSelect lines={lines} value={old} onChange={setOld} />
          </Field>
          <Field label={COMPARE.fresh} bare>
            <EditionSelect lines={lines} value={fresh} onChange={setFresh} />
          </Field>
        </div>
        <DialogFoot
          submit={COMPARE.go}
          busy={false}
          disabled={old === fresh}
          onClose={onClose}
          onSubmit={() => onPick(old, fresh)}
          testId="compare-go"
        />
      </div>
    </Dialog>
  );
}

/** What the choice of an edition needs. */
export interface EditionSelectProps {
  lines: readonly TextLine[];
  value: number;
  onChange: (id: number) => void;
  id?: string;
}

/** A choice of an edition. */
export function EditionSelect({ lines, value, onChange, id, ...described }: EditionSelectProps) {
  return (
    <Select<number>
      {...described}
      {...(id !== undefined && { id })}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={lines.map((line) => ({
        value: line.id,
        label: `${line.name}　${EDITOR.from(line.effective)}　${EDITION_STATE[line.state]}`,
      }))}
    />
  );
}
