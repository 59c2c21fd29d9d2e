/** The bar above pages: which page, of how many, how large. */
import {
  ColumnWidthOutlined,
  DownOutlined,
  UpOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { PAGES } from '../text';
import { nextZoom } from './pageLayout';

/** What the bar shows and does. */
export interface PageBarProps {
  page: number;
  pages: number;
  pagesPerCopy?: number;
  zoom: number;
  onTurn: (page: number) => void;
  onZoom: (zoom: number) => void;
}

/** Page and zoom. */
export function PageBar(props: PageBarProps) {
  const { page, pages, pagesPerCopy, zoom, onTurn, onZoom } = props;
  return (
    <div className="pages-bar" role="toolbar">
      <Button
        size="small"
        type="text"
        icon={<UpOutlined />}
        aria-label={PAGES.previous}
        disabled={page <= 1}
        onClick={() => onTurn(page - 1)}
        data-testid="page-previous"
      />
      <Button
        size="small"
        type="text"
        icon={<DownOutlined />}
        aria-label={PAGES.next}
        disabled={page >= pages}
        onClick={() => onTurn(page + 1)}
        data-testid="page-next"
      />
      <InputNumber
        size="small"
        className="pages-number"
        aria-label={PAGES.page}
        controls={false}
        min={1}
        max={pages}
        precision={0}
        value={page}
        onChange={(wanted) => wanted && onTurn(wanted)}
        data-testid="page-number"
      />
      <span className="figures">{PAGES.of(pages)}</span>
      {pagesPerCopy !== undefined && pages > pagesPerCopy && (
        <span className="pages-copies">
          <Button size="small" type="text" onClick={() => onTurn(1)} data-testid="copy-first">
            {PAGES.copies.first}
          </Button>
          <Button
            size="small"
            type="text"
            onClick={() => onTurn(pagesPerCopy + 1)}
            data-testid="copy-second"
          >
            {PAGES.copies.second}
          </Button>
        </span>
      )}
      <span className="pages-zoom">
        <Button
          size="small"
          type="text"
          icon={<ZoomOutOutlined />}
          aria-label={PAGES.zoomOut}
          onClick={() => onZoom(nextZoom(zoom, false))}
          data-testid="zoom-out"
        />
        <span className="figures pages-percent">{Math.round(zoom * 100)}%</span>
        <Button
          size="small"
          type="text"
          icon={<ZoomInOutlined />}
          aria-label={PAGES.zoomIn}
          onClick={() => onZoom(nextZoom(zoom, true))}
          data-testid="zoom-in"
        />
        <Button
          size="small"
          type="text"
          icon={<ColumnWidthOutlined />}
          aria-label={PAGES.fit}
          title={PAGES.fit}
          onClick={() => onZoom(1)}
          data-testid="zoom-fit"
        />
      </span>
    </div>
  );
}
