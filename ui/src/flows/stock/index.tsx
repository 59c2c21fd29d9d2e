/** The stock of 400 numbers: where each stands, new ones in, states by hand. */
import { ImportOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { type NumberLine, type NumberPage, type NumberState, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { useDebounced } from '../../parts/useDebounced';
import { goInstead } from '../../route';
import { NUMBER_STATE, STOCK } from '../../text';
import { AddNumbers } from './AddNumbers';
import { NumberTable } from './NumberTable';
import { SetState } from './SetState';
import './stock.css';

const STATES = Object.keys(NUMBER_STATE) as NumberState[];
const PER_PAGE = 50;

/** The stock. */
export function Stock({ state, text }: { state: NumberState | null; text: string }) {
  const { may } = useDesk();
  const [typed, setTyped] = useState(text);
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const [changed, setChanged] = useState<NumberLine | null>(null);
  useEffect(() => setTyped(text), [text]);
  const wanted = useDebounced(typed.trim(), 150);
  const list = useCommand(
    'number_list',
    { state, text: wanted, offset: (page - 1) * PER_PAGE, limit: PER_PAGE },
    { keep: true },
  );
  const keeps = may('keep_stock');
  return (
    <>
      <PageHead
        title={STOCK.title}
        aside={
          <Segmented<NumberState | ''>
            value={state ?? ''}
            onChange={(value) => {
              setPage(1);
              goInstead({ at: 'stock', state: value || null, text: typed });
            }}
            options={stateOptions(list.data)}
          />
        }
      >
        <Input
          className="stock-filter"
          prefix={<SearchOutlined />}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(1);
          }}
          placeholder={STOCK.filter}
          allowClear
          maxLength={20}
          data-testid="stock-filter"
        />
        {keeps && (
          <Button
            type="primary"
            icon={<ImportOutlined />}
            onClick={() => setAdding(true)}
            data-testid="stock-add"
          >
            {STOCK.add}
          </Button>
        )}
      </PageHead>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      <div className="panel">
        <NumberTable
          page={list.data}
          at={page}
          perPage={PER_PAGE}
          onTurn={setPage}
          {...(keeps && { onChange: setChanged })}
          loading={list.isPending}
          empty={<EmptyState text={STOCK.empty} {...(keeps && { hint: STOCK.emptyHint })} />}
        />
      </div>
      {adding && <AddNumbers onClose={() => setAdding(false)} />}
      {changed && <SetState line={changed} onClose={() => setChanged(null)} />}
    </>
  );
}

function stateOptions(page: NumberPage | undefined) {
  const count = (state: NumberState) =>
    page?.counts.find((found) => found.state === state)?.count ?? 0;
  return [
    { value: '' as const, label: STOCK.all },
    ...STATES.map((state) => ({ value: state, label: `${NUMBER_STATE[state]} ${count(state)}` })),
  ];
}
