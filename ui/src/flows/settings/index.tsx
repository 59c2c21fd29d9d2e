/** Settings of this desk. */
import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { type Settings, useAct, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { PageHead } from '../../parts/PageHead';
import { COMMON, SETTINGS } from '../../text';
import './settings.css';

/** The screen. */
export function SettingsScreen() {
  const settings = useCommand('setting_show', null);
  return (
    <>
      <PageHead title={SETTINGS.title} />
      <FailureNote failure={settings.error} onRetry={() => void settings.refetch()} />
      {settings.data && <SettingsForm stored={settings.data} />}
    </>
  );
}

function SettingsForm({ stored }: { stored: Settings }) {
  const { message } = App.useApp();
  const [settings, setSettings] = useState(stored);
  const save = useAct('setting_save');
  const set = (part: Partial<Settings>) => setSettings({ ...settings, ...part });
  const tidy = {
    ...settings,
    printer_addresses: tidyLines(settings.printer_addresses),
    scanner_addresses: tidyLines(settings.scanner_addresses),
    scan_folder: settings.scan_folder.trim(),
  };
  const changed = JSON.stringify(tidy) !== JSON.stringify(stored);
  return (
    <form
      className="settings-form panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !save.isPending) {
          save.mutate(tidy, {
            onSuccess: (answer) => {
              setSettings(answer);
              void message.success(SETTINGS.saved);
            },
          });
        }
      }}
    >
      <Fields settings={settings} set={set} />
      <FailureNote failure={save.error} />
      <div>
        <Button
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={!changed}
          data-testid="settings-save"
        >
          {COMMON.save}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  settings: Settings;
  set: (part: Partial<Settings>) => void;
}

function Fields({ settings, set }: FieldsProps) {
  const { may } = useDesk();
  const fixed = !may('keep_firm');
  const printers = useCommand('printer_list', null);
  return (
    <>
      <Field label={SETTINGS.idle} hint={fixed ? SETTINGS.byManager : SETTINGS.idleHint}>
        <InputNumber
          className="settings-idle"
          min={1}
          max={120}
          disabled={fixed}
          precision={0}
          suffix={SETTINGS.idleUnit}
          value={settings.idle_minutes}
          onChange={(minutes) => minutes && set({ idle_minutes: minutes })}
          data-testid="settings-idle"
        />
      </Field>
      <Field label={SETTINGS.unsigned} hint={fixed ? SETTINGS.byManager : SETTINGS.unsignedHint}>
        <InputNumber
          className="settings-idle"
          min={1}
          max={60}
          disabled={fixed}
          precision={0}
          suffix={SETTINGS.unsignedUnit}
          value={settings.unsigned_days}
          onChange={(days) => days && set({ unsigned_days: days })}
          data-testid="settings-unsigned"
        />
      </Field>
      <Field label={SETTINGS.folder} hint={fixed ? SETTINGS.byManager : SETTINGS.folderHint}>
        <Input
          value={settings.export_folder}
          disabled={fixed}
          onChange={(event) => set({ export_folder: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          data-testid="settings-folder"
        />
      </Field>
      <Field label={SETTINGS.printer}>
        <Select
          value={settings.printer}
          onChange={(printer) => set({ printer })}
          options={[
            { value: '', label: SETTINGS.printerNone },
            ...(printers.data ?? []).map(({ name, description }) => ({
              value: name,
              label: description || name,
            })),
          ]}
          data-testid="settings-printer"
        />
      </Field>
      <Checkbox
        className="settings-duplex"
        checked={settings.duplex}
        onChange={(event) => set({ duplex: event.target.checked })}
        data-testid="settings-duplex"
      >
        {SETTINGS.duplex}
      </Checkbox>
      <Field label={SETTINGS.addresses} hint={SETTINGS.addressHint}>
        <Input.TextArea
          rows={2}
          value={settings.printer_addresses.join('\n')}
          onChange={(event) => set({ printer_addresses: event.target.value.split('\n') })}
          spellCheck={false}
          data-testid="settings-addresses"
        />
      </Field>
      <ScanFields settings={settings} set={set} />
    </>
  );
}

/** Where papers are scanned that no program here asked for. */
function ScanFields({ settings, set }: FieldsProps) {
  return (
    <>
      <Field label={SETTINGS.scanners} hint={SETTINGS.scannersHint}>
        <Input.TextArea
          rows={2}
          value={settings.scanner_addresses.join('\n')}
          onChange={(event) => set({ scanner_addresses: event.target.value.split('\n') })}
          spellCheck={false}
          data-testid="settings-scanners"
        />
      </Field>
      <Field label={SETTINGS.scanFolder} hint={SETTINGS.scanFolderHint}>
        <Input
          value={settings.scan_folder}
          onChange={(event) => set({ scan_folder: event.target.value })}
          autoComplete="off"
          spellCheck={false}
          data-testid="settings-scan-folder"
        />
      </Field>
    </>
  );
}

function tidyLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
