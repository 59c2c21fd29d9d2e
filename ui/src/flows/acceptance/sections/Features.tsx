import { Checkbox } from 'antd';
import { useContext } from 'react';
import type { Feature } from '../../../backend';
import { FEATURE } from '../../../text';
import { useDraft, useFindings, useValue } from '../draft/hooks';
import { ReadOnly } from '../fields/Framed';
import { FindingLines } from '../problems/FindingLines';
import { Section } from './Section';
import styles from './section.module.css';

const FEATURES = Object.keys(FEATURE) as Feature[];

/** 功能, one tick each. */
export function Features() {
  const draft = useDraft();
  const chosen = useValue('features');
  const findings = useFindings('features');
  const disabled = useContext(ReadOnly);
  const set = (feature: Feature, wanted: boolean) =>
    draft.set(
      'features',
      FEATURES.filter((known) => (known === feature ? wanted : chosen.includes(known))),
    );
  return (
    <Section id="features">
      <div className={styles.features} data-testid="field-features">
        {FEATURES.map((feature) => (
          <Checkbox
            key={feature}
            checked={chosen.includes(feature)}
            disabled={disabled}
            onChange={(event) => set(feature, event.target.checked)}
            onBlur={() => void draft.flush()}
            data-testid={`feature-${feature}`}
          >
            {FEATURE[feature]}
          </Checkbox>
        ))}
      </div>
      <FindingLines findings={findings} />
    </Section>
  );
}
