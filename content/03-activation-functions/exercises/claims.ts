import type { Claim } from '@components/exercise/claims';

const wrong = 'The derivation of act-bug-jacobian: wrong on purpose from its second line on.';

/** What the exercises of chapter 3 relate in symbols alone. */
export default [
  { tex: '\\sigma(z) = (1 + e^{-z})^{-1}', restates: 'act-sigmoid-derivation' },
  { tex: "\\sigma'(z) = \\frac{e^{-z}}{(1 + e^{-z})^2}", restates: 'act-sigmoid-derivation' },
  {
    tex: "\\sigma'(z) = \\frac{1}{1 + e^{-z}} \\cdot \\frac{e^{-z}}{1 + e^{-z}}",
    restates: 'act-sigmoid-derivation',
  },
  { tex: '1 - \\sigma(z) = \\frac{e^{-z}}{1 + e^{-z}}', restates: 'act-sigmoid-derivation' },
  { tex: "\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))", restates: 'act-sigmoid-slope' },
  { tex: '\\sigma(2z) = \\slot{p}', because: 'The given number of act-tanh-from-sigmoid.' },
  { tex: '\\tanh z = 2\\,\\sigma(2z) - 1', restates: 'act-tanh' },
  {
    tex: '\\posti{i} = \\frac{e^{\\prei{i} - M}}{\\sum_k e^{\\prei{k} - M}}',
    restates: 'act-softmax-stable',
  },
  {
    tex: '\\frac{\\partial \\posti{i}}{\\partial \\prei{j}} = \\frac{\\partial}{\\partial \\prei{j}}\\,\\frac{e^{\\prei{i}}}{\\sum_k e^{\\prei{k}}}',
    restates: 'act-softmax-other-derivation',
  },
  {
    tex: '= \\frac{e^{\\prei{i}} \\sum_k e^{\\prei{k}} - e^{\\prei{i}}\\,e^{\\prei{j}}}{\\bigl(\\sum_k e^{\\prei{k}}\\bigr)^2}',
    because: wrong,
  },
  {
    tex: '= \\frac{e^{\\prei{i}}}{\\sum_k e^{\\prei{k}}} - \\frac{e^{\\prei{i}}}{\\sum_k e^{\\prei{k}}} \\cdot \\frac{e^{\\prei{j}}}{\\sum_k e^{\\prei{k}}}',
    because: wrong,
  },
  { tex: '= \\posti{i} - \\posti{i}\\,\\posti{j}', because: wrong },
  { tex: '= \\posti{i}\\,(1 - \\posti{j})', because: wrong },
] satisfies readonly Claim[];
