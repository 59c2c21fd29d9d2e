/** A list whose rows are opened by a click or by Enter. */
import { Table } from 'antd';
import type { ColumnsType, TablePaginationConfig } from 'antd/es/table';
import type { HTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import './ListTable.css';

/** What a list shows. */
export interface ListTableProps<T extends object> {
  rows: readonly T[] | undefined;
  columns: ColumnsType<T>;
  rowKey: (row: T) => string | number;
  /** Opens a row. */
  onOpen?: (row: T) => void;
  /** Stands where there is no row. */
  empty: ReactNode;
  loading?: boolean;
  pagination?: TablePaginationConfig | false;
  /** Name for tests; rows are called `<testId>-<key>`. */
  testId: string;
  showHeader?: boolean;
}

/** A dense table. */
export function ListTable<T extends object>(props: ListTableProps<T>) {
  const { rowKey, onOpen, testId } = props;
  return (
    <Table<T>
      className="list-table"
      size="small"
      dataSource={props.rows ?? []}
      columns={props.columns}
      rowKey={rowKey}
      loading={(props.loading ?? false) && props.rows === undefined}
      pagination={props.pagination ?? false}
      showHeader={props.showHeader ?? true}
      locale={{ emptyText: props.loading && props.rows === undefined ? ' ' : props.empty }}
      onRow={(row) => rowAttributes(row, `${testId}-${rowKey(row)}`, onOpen)}
      data-testid={testId}
    />
  );
}

function rowAttributes<T>(
  row: T,
  testId: string,
  onOpen: ((row: T) => void) | undefined,
): HTMLAttributes<HTMLElement> {
  const named = { 'data-testid': testId } as HTMLAttributes<HTMLElement>;
  if (!onOpen) {
    return named;
  }
  return {
    ...named,
    className: 'list-opens',
    tabIndex: 0,
    onClick: () => onOpen(row),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) {
        onOpen(row);
      }
    },
  };
}
