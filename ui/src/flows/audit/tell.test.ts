import { describe, expect, it } from 'vitest';
import { tellAction, tellDetail, tellSubject } from './tell';

describe('an entry of the log', () => {
  it('is told in words', () => {
    expect(tellAction('paper_viewed')).toBe('查看资料');
    expect(tellSubject('agreement QF-2026-000001')).toBe('协议 QF-2026-000001');
    expect(tellSubject('firm')).toBe('公司资料');
    expect(tellSubject('setting desk')).toBe('设置');
    expect(tellSubject('tariff 畅聊 40')).toBe('套餐 畅聊 40');
    expect(tellSubject('month 2026-10')).toBe('月份 2026-10');
    expect(tellAction('edition_published')).toBe('发布协议文本');
    expect(tellSubject('edition 2027-01')).toBe('协议文本 2027-01');
  });

  it.each([
    [
      'entry_made',
      '{"kind":"calls","fen":-3360,"note":"280 分钟"}',
      '种类：通话费；金额：−33.60 元；说明：280 分钟',
    ],
    [
      'account_suspended',
      '{"from":"2026-11-10","reason":"arrears","note":"催缴后未续费"}',
      '原因：未按约定交纳话费；说明：催缴后未续费；起始：2026-11-10',
    ],
    [
      'account_terms_set',
      '{"plan":"畅聊 40","minimum":4000,"from":"2026-11-22"}',
      '套餐：畅聊 40；月最低消费：40.00 元；起始：2026-11-22',
    ],
    [
      'account_resumed',
      '{"until":"2026-11-21","note":"已续费"}',
      '停机至：2026-11-21；说明：已续费',
    ],
    ['dispute_settled', '{"state":"upheld"}', '状态：成立'],
    [
      'row_decided',
      '{"row":12,"state":"given_up","reason":"号码不全"}',
      '行号：12；状态：已放弃；原因：号码不全',
    ],
    ['tariff_set', '{"effective":"2027-01-01","terms":{"rates":{}}}', '生效日期：2027-01-01'],
    ['notice_saved', '{"kind":"arrears"}', '种类：欠费催缴通知'],
    ['month_closed', '{"lines":120}', '账户数：120'],
  ])('of the ledger is told in its own words: %s', (action, detail, told) => {
    expect(tellAction(action)).not.toBe(action);
    expect(tellDetail(action, detail)).toBe(told);
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
    ['{"from":"printed","reason":"客户取消办理"}', '原因：客户取消办理'],
    ['plain words', 'plain words'],
  ])('tells its details: %s', (detail, told) => {
    expect(tellDetail('', detail)).toBe(told);
  });

  it('says to which page of which original a signed page was filed, and who signed', () => {
    const place = { agreement: 'QF-2026-000001', original: 'customer', page: 3 };
    const filed = tellDetail('page_filed', JSON.stringify({ place, by_hand: true }));
    expect(filed).toBe('归到：QF-2026-000001 乙方存第 3 页；人工：是');
    expect(tellDetail('screen_signature_taken', '{"signer":"陈思远","paper":7}')).toBe(
      '签字人：陈思远',
    );
    expect(tellDetail('firm_mark_set', '{"kind":"seal","paper":5}')).toBe('种类：公章');
  });
});
