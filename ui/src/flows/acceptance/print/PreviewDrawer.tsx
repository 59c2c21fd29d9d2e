import { Drawer, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useAct } from '../../../backend';
import { FailureNote } from '../../../parts/FailureNote';
import { PagePictures } from '../../../parts/PagePictures';
import { useDraft } from '../draft/hooks';
import { PREVIEW } from '../text';
import styles from './print.module.css';

/** The pages as they would be printed now, over the screen. */
export function PreviewDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={PREVIEW.title}
      size={920}
      destroyOnHidden
      data-testid="preview"
    >
      <Preview />
    </Drawer>
  );
}

function Preview() {
  const draft = useDraft();
  const { mutate, data, error } = useAct('order_preview');
  useEffect(() => {
    void draft.flush().then(() => mutate({ id: draft.id }));
  }, [draft, mutate]);
  if (error) {
    return <FailureNote failure={error} onRetry={() => mutate({ id: draft.id })} />;
  }
  if (data === undefined) {
    return <Skeleton active />;
  }
  return (
    <div className={styles.preview}>
      <PagePictures
        pages={data.pages}
        pagesPerCopy={data.pages_per_copy}
        label={PREVIEW.title}
        path={(page, width) => `order/${draft.id}/${page}?width=${width}&revision=${data.revision}`}
      />
    </div>
  );
}
