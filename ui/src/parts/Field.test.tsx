import { render, screen } from '@testing-library/react';
import { Input } from 'antd';
import { describe, expect, it } from 'vitest';
import type { Finding, Gravity } from '../backend';
import { sentence } from '../errors';
import { AmountField } from './AmountField';
import { Field, heaviest } from './Field';

function finding(gravity: Gravity, code = 'TooLarge'): Finding {
  return { field: 'company.name', code, details: {}, gravity };
}

function show(findings: Finding[]) {
  render(
    <Field label="企业名称" findings={findings} hint="与执照一致">
      <Input />
    </Field>,
  );
  return screen.getByLabelText<HTMLInputElement>(/企业名称/);
}

describe('a field', () => {
  it('names its control and describes it by its hint', () => {
    const input = show([]);
    expect(input).toHaveAccessibleDescription('与执照一致');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('marks what is missing without a reproach', () => {
    const input = show([finding('missing', 'FirmIncomplete')]);
    expect(screen.getByText('待填')).toBeInTheDocument();
    expect(input).toHaveAccessibleDescription('与执照一致');
    expect(input).not.toHaveAttribute('aria-invalid');
  });

  it('says what is wrong in place of the hint', () => {
    const input = show([finding('wrong')]);
    expect(screen.getByRole('alert')).toHaveTextContent(sentence('TooLarge'));
    expect(input).toHaveAttribute('aria-invalid', 'true');
  });

  it('tells the heaviest finding first', () => {
    const gravities: Gravity[] = ['warning', 'waivable', 'missing', 'wrong'];
    const all = gravities.map((gravity) => finding(gravity));
    expect(heaviest(all)?.gravity).toBe('wrong');
    expect(heaviest(all.slice(0, 3))?.gravity).toBe('missing');
    expect(heaviest(all.slice(0, 2))?.gravity).toBe('waivable');
    expect(heaviest([])).toBeUndefined();
  });
});

describe('an amount', () => {
  it('stands with its capitals beneath', () => {
    render(
      <AmountField
        label="合同金额"
        value="1680.32"
        capitals="人民币壹仟陆佰捌拾元叁角贰分"
        onChange={() => undefined}
      />,
    );
    const input = screen.getByLabelText('合同金额');
    expect(input).toHaveValue('1680.32');
    expect(input).toHaveAccessibleDescription('人民币壹仟陆佰捌拾元叁角贰分');
  });

  it('shows its fault in place of the capitals', () => {
    render(
      <AmountField
        label="合同金额"
        value="十元"
        findings={[finding('wrong')]}
        onChange={() => undefined}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(sentence('TooLarge'));
  });
});
