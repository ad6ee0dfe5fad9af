import type { TraceStep } from '@engine';

/** How a predicted number compares with the one that was asked for. */
export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'slip'; readonly slip: Slip }
  | { readonly kind: 'off'; readonly by: number };

/** Usual slips, each as the number that it would give. */
export type Slip =
  | 'sign'
  | 'no-bias'
  | 'not-activated'
  | 'no-slope'
  | 'first-listener'
  | 'squared'
  | 'no-half'
  | 'forgot-delta';

/** A prediction counts as right within half a percent, or half a thousandth for small numbers. */
const near = (p: number, q: number): boolean =>
  Math.abs(p - q) <= Math.max(5e-4, 5e-3 * Math.abs(q));

/** @param predicted what the reader typed; @param step the step whose value was asked for */
export function judge(predicted: number, step: TraceStep): Verdict {
  if (near(predicted, step.value)) return { kind: 'right' };
  const slip = slipsOf(step).find(
    ([, value]) => near(predicted, value) && !near(value, step.value),
  );
  if (slip) return { kind: 'slip', slip: slip[0] };
  return { kind: 'off', by: predicted - step.value };
}

function slipsOf({ kind, operands, value }: TraceStep): [Slip, number][] {
  const of = (symbol: string) => operands.filter((operand) => operand.symbol === symbol);
  const [a] = of('a');
  const [y] = of('y');
  const general: [Slip, number][] = [['sign', -value]];
  switch (kind) {
    case 'z':
      return [['no-bias', value - (of('b')[0]?.value ?? 0)], ...general];
    case 'a':
      return [['not-activated', of('z')[0]?.value ?? Number.NaN], ...general];
    case 'loss':
      return [['no-half', 2 * value], ...general];
    case 'delta':
      return [['no-slope', of('dLda')[0]?.value ?? Number.NaN], ...general];
    case 'dLda': {
      const [delta] = of('delta');
      const [W] = of('W');
      const first: [Slip, number][] = delta && W ? [['first-listener', delta.value * W.value]] : [];
      const squared: [Slip, number][] = a && y ? [['squared', 0.5 * (a.value - y.value) ** 2]] : [];
      return [...first, ...squared, ...general];
    }
    case 'dW':
      return [['forgot-delta', a?.value ?? Number.NaN], ...general];
    default:
      return general;
  }
}
