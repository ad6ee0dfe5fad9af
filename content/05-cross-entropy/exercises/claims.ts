import type { Claim } from '@components/exercise/claims';

const wrong = 'The derivation of ce-bug-binary: wrong on purpose from its third line on.';

/** What the exercises of chapter 5 relate in symbols alone. */
export default [
  { tex: '\\loss = -\\sum_i \\yout{i} \\log \\acti{L}{i}', restates: 'ce-loss' },
  {
    tex: '\\acti{L}{i} = e^{\\zi{L}{i}} / \\sum_k e^{\\zi{L}{k}}',
    because: 'This defines softmax.',
  },
  {
    tex: '\\dd{\\loss}{\\acti{L}{i}} = -\\frac{\\yout{i}}{\\acti{L}{i}}',
    restates: 'ce-softmax-derivation',
  },
  {
    tex: '\\delti{L}{j} = \\sum_i \\bigl(-\\frac{\\yout{i}}{\\acti{L}{i}}\\bigr)\\,\\acti{L}{i}\\,\\bigl([i=j] - \\acti{L}{j}\\bigr)',
    restates: 'ce-softmax-derivation',
  },
  {
    tex: '\\delti{L}{j} = -\\yout{j} + \\acti{L}{j} \\sum_i \\yout{i}',
    restates: 'ce-softmax-derivation',
  },
  { tex: '\\delti{L}{j} = \\acti{L}{j} - \\yout{j}', restates: 'ce-delta-softmax' },
  {
    tex: '= \\Bigl(-\\frac{\\yout{j}}{\\acti{L}{j}} - \\frac{1 - \\yout{j}}{1 - \\acti{L}{j}}\\Bigr)\\,\\acti{L}{j}\\,\\bigl(1 - \\acti{L}{j}\\bigr)',
    because: wrong,
  },
  {
    tex: '= -\\yout{j}\\,\\bigl(1 - \\acti{L}{j}\\bigr) - (1 - \\yout{j})\\,\\acti{L}{j}',
    because: wrong,
  },
  { tex: '= 2\\,\\yout{j}\\,\\acti{L}{j} - \\yout{j} - \\acti{L}{j}', because: wrong },
] satisfies readonly Claim[];
