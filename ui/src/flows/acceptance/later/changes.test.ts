import { describe, expect, it } from 'vitest';
import type { Form } from '../../../backend';
import { blankBound } from '../form/blank';
import { emptyForm } from '../form/emptyForm';
import { changesOf } from './changes';

function agreement(edit: (form: Form) => void = () => undefined): Form {
  const form = structuredClone(emptyForm());
  form.company.name = '福州青禾农业有限公司';
  form.company.address = '福州市鼓楼区软件大道1号';
  form.legal_representative.name = '陈青';
  form.tariff.minimum = '100.00';
  form.bound = [{ ...blankBound, number: '0591-60000001' }];
  edit(form);
  return form;
}

describe('what a change changes', () => {
  it('is what differs, in the words and the order of the paper, and nothing else', () => {
    const now = agreement((form) => {
      form.bound.push({ ...blankBound, number: '13900000002', area: '福建' });
      form.tariff.minimum = '200';
      form.company.address = '福州市马尾区江滨路2号';
    });
    expect(changesOf(agreement(), now)).toEqual([
      {
        item: '住所',
        path: 'company.address',
        before: '福州市鼓楼区软件大道1号',
        after: '福州市马尾区江滨路2号',
      },
      { item: '月最低消费（元）', path: 'tariff.minimum', before: '100.00', after: '200' },
      { item: '绑定号码2', path: 'bound.1.number', before: '', after: '13900000002，福建' },
    ]);
  });

  it('is not the same value written otherwise', () => {
    const now = agreement((form) => {
      form.bound = [{ ...blankBound, number: '0591 6000 0001' }];
      form.tariff.minimum = '100';
      form.company.address = ' 福州市鼓楼区软件大道1号 ';
    });
    expect(changesOf(agreement(), now)).toEqual([]);
  });

  it('tells a number that is given up', () => {
    const now = agreement((form) => {
      form.bound = [];
    });
    expect(changesOf(agreement(), now)).toEqual([
      { item: '绑定号码1', path: 'bound', before: '0591-60000001', after: '' },
    ]);
  });

  it('of a new name is also one of the invoice that follows it', () => {
    const now = agreement((form) => {
      form.company.name = '福州青禾科技有限公司';
    });
    expect(changesOf(agreement(), now).map(({ item }) => item)).toEqual(['公司名称', '发票抬头']);
  });

  it('leaves what the paper does not compare alone', () => {
    const now = agreement((form) => {
      form.tariff.contract_amount = '9999';
      form.remarks = '加急';
      form.later.note = '客户来电要求';
    });
    expect(changesOf(agreement(), now)).toEqual([]);
  });
});
