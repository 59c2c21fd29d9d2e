import { describe, expect, it } from 'vitest';
import { tellAction, tellDetail, tellSubject } from './tell';

describe('an entry of the log', () => {
  it('is told in words', () => {
    expect(tellAction('paper_viewed')).toBe('查看资料');
    expect(tellSubject('agreement QF-2026-000001')).toBe('协议 QF-2026-000001');
    expect(tellSubject('firm')).toBe('公司资料');
    expect(tellSubject('setting desk')).toBe('设置');
  });

  it('is left as written where there is no word', () => {
    expect(tellAction('moon_landing')).toBe('moon_landing');
  });

  it.each([
    ['', ''],
    ['{}', ''],
    ['{"from":"free","to":"returned","reason":"合同到期"}', '空闲 → 已退回；原因：合同到期'],
    ['{"from":null,"to":"尾号好记"}', '无 → 尾号好记'],
    ['{"revision":4,"form":["company","tariff"]}', '改动：企业信息、套餐资费'],
    [
      '{"from":{"kind":"other","sealed":false,"crop":null},"to":{"kind":"licence","sealed":true,"crop":null}}',
      '种类：其他资料 → 营业执照副本；已盖公章：否 → 是',
    ],
    ['{"revision":5,"form":[],"state":"printed"}', '状态：待签字'],
    ['{"order":5,"edition":"2026-1","sha256":"9f86"}', '受理单：5；文本：2026-1'],
    ['{"kind":"id-portrait","purpose":"screen"}', '种类：经办人身份证人像面；用途：在窗口查看'],
    ['{"purpose":"核对经办人"}', '用途：核对经办人'],
    ['plain words', 'plain words'],
  ])('tells its details: %s', (detail, told) => {
    expect(tellDetail('', detail)).toBe(told);
  });
});
