import { Button } from 'antd';
import { useContext } from 'react';
import { typedYuan, yuan } from '../../../parts/money';
import { useDraft } from '../draft/hooks';
import { ReadOnly } from '../fields/Framed';
import grid from '../fields/field.module.css';
import { useTheCited } from './Cited';
import styles from './later.module.css';
import { RENEWAL } from './text';

/** The least that a renewal may amount to (协议四（二）8), beside its amount. */
export function RenewalFloor() {
  const draft = useDraft();
  const readOnly = useContext(ReadOnly);
  const { floor } = useTheCited();
  if (floor === undefined) {
    return null;
  }
  return (
    <p className={`${grid.most} ${styles.beside}`} data-testid="renewal-floor">
      {RENEWAL.floor(yuan(floor))}
      {!readOnly && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            draft.set('tariff.contract_amount', typedYuan(floor));
            void draft.flush();
          }}
          data-testid="renewal-floor-fill"
        >
          {RENEWAL.fill}
        </Button>
      )}
    </p>
  );
}
