/** Adds a member of staff with a role and a first password. */
import { App, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { type Role, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { isChosen, NewPassword, NOT_CHOSEN } from '../../parts/NewPassword';
import { ROLE, ROLE_DUTY, STAFF } from '../../text';

const ROLES = Object.keys(ROLE) as Role[];

/** The dialog. */
export function AddStaff({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('front_desk');
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const add = useAct('staff_add');
  const ready = name.trim() !== '' && isChosen(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || add.isPending) {
      return;
    }
    add.mutate(
      { name: name.trim(), role, password: chosen.password },
      {
        onSuccess: () => {
          void message.success(STAFF.added);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={STAFF.addTitle} width={440} onClose={onClose}>
      <form className="staff-form" onSubmit={submit}>
        <Field label={STAFF.name}>
          <Input
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="off"
            maxLength={40}
            data-testid="staff-name"
          />
        </Field>
        <Radio.Group
          className="staff-roles"
          aria-label={STAFF.role}
          value={role}
          onChange={(event) => setRole(event.target.value)}
        >
          {ROLES.map((value) => (
            <Radio key={value} value={value} data-testid={`staff-role-${value}`}>
              {ROLE[value]}
              <small>{ROLE_DUTY[value]}</small>
            </Radio>
          ))}
        </Radio.Group>
        <NewPassword
          name={name}
          value={chosen}
          onChange={setChosen}
          label={STAFF.first}
          testId="staff"
        />
        <FailureNote failure={add.error} />
        <DialogFoot
          submit={STAFF.add}
          busy={add.isPending}
          disabled={!ready}
          onClose={onClose}
          testId="staff-add-submit"
        />
      </form>
    </Dialog>
  );
}
