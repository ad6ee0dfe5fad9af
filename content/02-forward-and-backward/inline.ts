import { check } from '@book/equations';
import type { ChapterInline } from '@book/inline';
import { activation } from '@engine';
import { listeners, n } from './numbers';

const sigmoid = activation('sigmoid');
/** The sigmoid's slope where it gives `a`, as the engine computes it. */
const slopeWhere = (a: number): string => sigmoid.derivative(Math.log(a / (1 - a)), a).toFixed(2);
const number = (shown: string): number => Number(shown.replace('−', '-'));

/** What the listeners' answers come to from the digits that the sentence shows. */
function gathered(): string {
  const [first = 0, second = 0] = listeners.weights;
  const sum = number(n.delta21) * first + number(n.delta22) * second;
  const said = Math.abs(sum - number(n.gathered)) <= 1e-4 ? '{n.gathered}' : String(sum);
  return `{n.delta21} · ${first.toFixed(2)} + ({n.delta22}) · ${second.toFixed(2)} ≈ ${said}`;
}

/** Everything in the running text of chapter 2 that has a relation sign. */
export default {
  claims: [
    {
      kind: 'equation',
      tex: '\\sigma(z) = 1/(1 + e^{-z})',
      check: check({
        setup: (random) => (random.bernoulli(0.5) ? 1 : -1) * random.uniform(0.4, 5),
        left: (z) => sigmoid.value(z),
        right: (z) => 1 / (1 + Math.exp(-z)),
        wrong: [
          {
            slip: { zh: '指数上的负号丢了', en: 'the sign of the exponent lost' },
            right: (z) => 1 / (1 + Math.exp(z)),
          },
          {
            slip: { zh: '分母写成 1 − e^(−z)', en: '1 − e^(−z) in the denominator' },
            right: (z) => 1 / (1 - Math.exp(-z)),
          },
        ],
      }),
    },
    { kind: 'definition', tex: '[i=j]', why: 'The sentence says what the bracket means.' },
    { kind: 'definition', tex: 'i=j', why: 'A condition in that sentence, not a claim.' },
    { kind: 'restates', text: 'δ = a − y', equation: 'fb-delta-softmax-ce' },
    {
      kind: 'worked',
      text: '0.5 · 0.5 = 0.25',
      computes: () => `0.5 · 0.5 = ${slopeWhere(0.5)}`,
    },
    {
      kind: 'worked',
      text: '0.98 · 0.02 ≈ 0.02',
      computes: () => `0.98 · 0.02 ≈ ${slopeWhere(0.98)}`,
    },
    {
      kind: 'worked',
      text: '{n.delta21} · 0.40 + ({n.delta22}) · 0.50 ≈ {n.gathered}',
      computes: gathered,
    },
  ],
  differences: [],
} satisfies ChapterInline;
