/** Taking in an order: papers on the left, the form on the right. */

/** One acceptance. */
export function Acceptance({ orderId }: { orderId: number }) {
  return <h1>受理单 {orderId}</h1>;
}
