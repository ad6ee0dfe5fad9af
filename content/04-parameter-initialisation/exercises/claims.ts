import type { Claim } from '@components/exercise/claims';

const wrong = 'The derivation of pi-bug-bound: wrong on purpose from its second line on.';

/** What the exercises of chapter 4 relate in symbols alone. */
export default [
  {
    tex: '\\Var(\\Wi{l}{jk}) = \\frac{2}{\\units{l-1} + \\units{l}}',
    restates: 'pi-xavier-variance',
  },
  { tex: '\\frac{c^2}{12} = \\frac{2}{\\units{l-1} + \\units{l}}', because: wrong },
  { tex: 'c^2 = \\frac{24}{\\units{l-1} + \\units{l}}', because: wrong },
  { tex: 'c = \\sqrt{\\frac{24}{\\units{l-1} + \\units{l}}}', because: wrong },
] satisfies readonly Claim[];
