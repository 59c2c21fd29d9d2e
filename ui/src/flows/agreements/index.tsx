/** All printed agreements, newest first. */
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { type AgreementState, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { AgreementTable } from '../../parts/lines';
import { PageHead } from '../../parts/PageHead';
import { useDebounced } from '../../parts/useDebounced';
import { goInstead } from '../../route';
import { AGREEMENT_STATE, AGREEMENTS, COMMON } from '../../text';

const STATES = Object.keys(AGREEMENT_STATE) as AgreementState[];
const STEP = 100;

/** The list of agreements. */
export function Agreements({ state }: { state: AgreementState | null }) {
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(STEP);
  const wanted = useDebounced(text.trim(), 150);
  const list = useCommand('agreement_list', { state, text: wanted, limit }, { keep: true });
  return (
    <>
      <PageHead
        title={AGREEMENTS.title}
        aside={
          <Segmented<AgreementState | ''>
            value={state ?? ''}
            onChange={(value) => goInstead({ at: 'agreements', state: value || null })}
            options={[
              { value: '', label: AGREEMENTS.all },
              ...STATES.map((value) => ({ value, label: AGREEMENT_STATE[value] })),
            ]}
          />
        }
      >
        <Input
          className="agreements-filter"
          prefix={<SearchOutlined />}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={AGREEMENTS.filter}
          allowClear
          maxLength={100}
          data-testid="agreements-filter"
        />
      </PageHead>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      <div className="panel">
        <AgreementTable
          rows={list.data}
          loading={list.isPending}
          empty={<EmptyState text={AGREEMENTS.empty} hint={AGREEMENTS.emptyHint} />}
        />
      </div>
      {list.data && list.data.length >= limit && (
        <Button type="link" onClick={() => setLimit(limit + STEP)} data-testid="agreements-more">
          {COMMON.more}
        </Button>
      )}
    </>
  );
}
