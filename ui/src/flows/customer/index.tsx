/** One customer: what is known of them, and all they came for. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  type CompanyPart,
  type CustomerView,
  type PersonPart,
  useAct,
  useCommand,
  type Who,
} from '../../backend';
import { useDesk } from '../../desk';
import { EmptyState } from '../../parts/EmptyState';
import { Facts } from '../../parts/Facts';
import { FailureNote } from '../../parts/FailureNote';
import { AgreementTable, OrderTable } from '../../parts/lines';
import { Masked } from '../../parts/Masked';
import { PageHead } from '../../parts/PageHead';
import { goBack } from '../../route';
import { CUSTOMER, ID_KIND } from '../../text';
import './customer.css';

/** The customer's screen. */
export function Customer({ id }: { id: number }) {
  const customer = useCommand('customer_show', { id });
  if (!customer.data) {
    return <FailureNote failure={customer.error} onRetry={() => void customer.refetch()} />;
  }
  return <Known customer={customer.data} />;
}

function Known({ customer }: { customer: CustomerView }) {
  const { may, newOrder } = useDesk();
  const { id, company, orders, agreements } = customer;
  const identity = useAct('customer_identity');
  const revealed = (who: Who) => () => identity.mutateAsync({ id, who });
  return (
    <>
      <PageHead title={company.name} onBack={goBack}>
        {may('take_orders') && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => newOrder({ customer: { id, name: company.name } })}
            data-testid="customer-new-order"
          >
            {CUSTOMER.newOrder}
          </Button>
        )}
      </PageHead>
      <div className="customer">
        <div className="customer-facts">
          <Facts title={CUSTOMER.company} facts={companyFacts(company)} />
          <Facts
            title={CUSTOMER.handler}
            facts={personFacts(customer.handler, revealed('handler'))}
          />
          <Facts
            title={CUSTOMER.legal}
            facts={personFacts(customer.legal_representative, revealed('legal_representative'))}
          />
        </div>
        <div className="customer-history">
          <section className="panel">
            <h2>{CUSTOMER.agreements}</h2>
            <AgreementTable
              rows={agreements}
              ofOneCompany
              empty={<EmptyState text={CUSTOMER.noAgreements} />}
            />
          </section>
          <section className="panel">
            <h2>{CUSTOMER.orders}</h2>
            <OrderTable
              rows={orders}
              ofOneCompany
              empty={<EmptyState text={CUSTOMER.noOrders} />}
            />
          </section>
        </div>
      </div>
    </>
  );
}

function day(text: string): string {
  return text === 'long-term' ? CUSTOMER.longTerm : text;
}

function companyFacts(company: CompanyPart): [string, string][] {
  const words = CUSTOMER.fields;
  return [
    [words.code, company.code],
    [words.type, company.type],
    [words.address, company.address],
    [words.scope, company.scope],
    [words.industry, company.industry],
    [words.founded, company.founded],
    [words.term, day(company.term_until)],
    [words.phone, company.phone],
    [words.email, company.email],
    [words.postcode, company.postcode],
  ];
}

function personFacts(person: PersonPart, reveal: () => Promise<string>): [string, ReactNode][] {
  const words = CUSTOMER.fields;
  return [
    [words.name, person.name],
    [words.idKind, ID_KIND[person.id_kind]],
    [
      words.idNumber,
      person.id_number && <Masked key="id" number={person.id_number} reveal={reveal} />,
    ],
    [words.expiry, day(person.id_expiry)],
    [words.mobile, person.mobile],
    [words.office, person.office_phone],
  ];
}
