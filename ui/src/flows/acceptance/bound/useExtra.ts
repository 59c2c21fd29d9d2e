import { useDraftState, useValue } from '../draft/hooks';

/** Columns that stand only where they are needed, or where something was put in before. */
export interface Extra {
  /** 服务区域, for 按区域接听. */
  area: boolean;
  /** 接听时间, for 按时间接听. */
  windows: boolean;
}

/** Which of them this draft needs. */
export function useExtra(): Extra {
  const strategy = useValue('strategy');
  const area = useDraftState((state) => state.form.bound.some((row) => row.area !== ''));
  const windows = useDraftState((state) => state.form.bound.some((row) => row.windows.length > 0));
  return { area: area || strategy === 'by_area', windows: windows || strategy === 'by_time' };
}
