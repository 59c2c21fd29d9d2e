/** Where a page belongs: agreement, original, page; Enter files it. */
import { type GetRef, InputNumber, Radio, Select } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Failure, Original, WaitingAgreement } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { COPIES } from '../../text';
import { choices, isBeyond, pagesOfCopy, type Wish } from './place';
import { PLACE } from './text';

/** What the form needs. */
export interface PlaceFormProps {
  waiting: readonly WaitingAgreement[];
  wish: Wish;
  failure: Failure | null;
  onWish: (wish: Wish) => void;
  onSubmit: () => void;
  /** The buttons. */
  children: ReactNode;
}

/** Three fields; the one that is not yet known has the focus. */
export function PlaceForm(props: PlaceFormProps) {
  const { waiting, wish, onWish } = props;
  const { page, agreement } = useFirstField(wish.agreement !== null);
  const pages = pagesOfCopy(waiting, wish.agreement);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form className="place-form" onSubmit={submit}>
      <Field label={PLACE.agreement} bare>
        <Select
          ref={agreement}
          showSearch={{ optionFilterProp: 'search' }}
          value={wish.agreement}
          onChange={(number: string | null) => onWish({ ...wish, agreement: number })}
          // Chosen, the next thing to say is the page.
          onSelect={() => page.current?.focus({ cursor: 'all' })}
          options={choices(waiting)}
          placeholder={PLACE.search}
          notFoundContent={PLACE.nothing}
          data-testid="returned-place-agreement"
        />
      </Field>
      <OriginalField wish={wish} onWish={onWish} />
      <Field
        label={PLACE.page}
        hint={pages && PLACE.of(pages)}
        refusal={pages && isBeyond(wish, waiting) ? PLACE.beyond(pages) : undefined}
      >
        <InputNumber
          ref={page}
          min={1}
          max={999}
          precision={0}
          value={wish.page}
          onChange={(number) => number && onWish({ ...wish, page: number })}
          data-testid="returned-place-page"
        />
      </Field>
      <FailureNote failure={props.failure} />
      {props.children}
    </form>
  );
}

function OriginalField({ wish, onWish }: Pick<PlaceFormProps, 'wish' | 'onWish'>) {
  return (
    <Field label={PLACE.original} bare>
      <Radio.Group
        value={wish.original}
        onChange={(event) => onWish({ ...wish, original: event.target.value as Original })}
        options={Object.entries(COPIES.name).map(([value, label]) => ({ value, label }))}
        optionType="button"
        buttonStyle="solid"
        data-testid="returned-place-original"
      />
    </Field>
  );
}

/** The field that is to be typed into first: the page where the agreement is known. */
function useFirstField(known: boolean) {
  const page = useRef<GetRef<typeof InputNumber>>(null);
  const agreement = useRef<GetRef<typeof Select>>(null);
  const begin = useRef(known);
  useEffect(() => {
    if (begin.current) {
      page.current?.focus({ cursor: 'all' });
    } else {
      agreement.current?.focus();
    }
  }, []);
  return { page, agreement };
}
