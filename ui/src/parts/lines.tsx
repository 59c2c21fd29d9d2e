/** Orders and agreements as tables, wherever they are listed. */
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { AgreementLine, OrderLine } from '../backend';
import { go } from '../route';
import { AGREEMENTS, BUSINESS, ORDERS, TODAY } from '../text';
import { ListTable } from './ListTable';
import { shownNumber } from './number400';
import { StateTag } from './StateTag';

/** What such a table shows. */
export interface LinesProps<T> {
  rows: readonly T[] | undefined;
  loading?: boolean;
  empty: ReactNode;
  /** Leaves the company out, where it is known. */
  ofOneCompany?: boolean;
}

const ORDER_COLUMNS: ColumnsType<OrderLine> = [
  {
    key: 'company',
    title: ORDERS.company,
    dataIndex: 'company',
    ellipsis: true,
    render: (name: string) => name || TODAY.unnamed,
  },
  {
    key: 'number',
    title: ORDERS.number,
    width: 118,
    render: (_, line) => shownNumber(line.number),
  },
  {
    key: 'business',
    title: ORDERS.business,
    width: 58,
    render: (_, line) => BUSINESS[line.business],
  },
  {
    key: 'state',
    title: ORDERS.state,
    width: 96,
    render: (_, line) => <StateTag of="order" state={line.state} />,
  },
  { key: 'agreement', title: ORDERS.agreement, dataIndex: 'agreement', width: 134 },
  { key: 'updated', title: ORDERS.updated, dataIndex: 'updated_at', width: 128 },
  { key: 'by', title: ORDERS.by, dataIndex: 'updated_by', width: 80, ellipsis: true },
];

/** Acceptances. */
export function OrderTable(props: LinesProps<OrderLine>) {
  return (
    <ListTable<OrderLine>
      rows={props.rows}
      loading={props.loading ?? false}
      rowKey={(line) => line.id}
      columns={columnsFor(ORDER_COLUMNS, props.ofOneCompany)}
      onOpen={(line) => go({ at: 'acceptance', order: line.id })}
      empty={props.empty}
      testId="order"
    />
  );
}

const AGREEMENT_COLUMNS: ColumnsType<AgreementLine> = [
  { key: 'agreement', title: AGREEMENTS.number, dataIndex: 'number', width: 134 },
  { key: 'company', title: AGREEMENTS.company, dataIndex: 'company', ellipsis: true },
  { key: 'number', title: AGREEMENTS.number400, dataIndex: 'number_400', width: 118 },
  {
    key: 'business',
    title: AGREEMENTS.business,
    width: 58,
    render: (_, line) => BUSINESS[line.business],
  },
  {
    key: 'state',
    title: AGREEMENTS.state,
    width: 96,
    render: (_, line) => <StateTag of="agreement" state={line.state} />,
  },
  { key: 'printed', title: AGREEMENTS.printedAt, dataIndex: 'printed_at', width: 128 },
  { key: 'by', title: AGREEMENTS.printedBy, dataIndex: 'printed_by', width: 80, ellipsis: true },
  { key: 'signed', title: AGREEMENTS.signedOn, dataIndex: 'signed_on', width: 92 },
];

/** Agreements. */
export function AgreementTable(props: LinesProps<AgreementLine>) {
  return (
    <ListTable<AgreementLine>
      rows={props.rows}
      loading={props.loading ?? false}
      rowKey={(line) => line.number}
      columns={columnsFor(AGREEMENT_COLUMNS, props.ofOneCompany)}
      onOpen={(line) => go({ at: 'agreement', number: line.number })}
      empty={props.empty}
      testId="agreement"
    />
  );
}

function columnsFor<T>(columns: ColumnsType<T>, ofOneCompany: boolean | undefined): ColumnsType<T> {
  return ofOneCompany ? columns.filter(({ key }) => key !== 'company' && key !== 'by') : columns;
}
