import type { Claim } from '@components/exercise/claims';

const wanted =
  'What XOR would ask of a unit: an assumption that the proof leads to a contradiction.';
const wrong = 'The derivation of wn-bug-collapse: wrong on purpose from its third line on.';

/** What the exercises of chapter 1 relate in symbols alone. */
export default [
  { tex: '\\zlone(0,0) + \\zlone(1,1) = \\zlone(0,1) + \\zlone(1,0)', restates: 'wn-xor-sums' },
  { tex: '\\zlone(0,0) \\le 0', because: wanted },
  { tex: '\\zlone(1,1) \\le 0', because: wanted },
  { tex: '\\zlone(0,1) > 0', because: wanted },
  { tex: '\\zlone(1,0) > 0', because: wanted },
  { tex: '\\zlone(0,0) + \\zlone(1,1) \\le 0', because: wanted },
  { tex: '\\zlone(0,1) + \\zlone(1,0) > 0', because: wanted },
  {
    tex: '= \\sum_{j=1}^{\\units{1}} \\sum_{k=1}^{\\units{0}} \\Wi{2}{ij}\\,\\Wi{1}{jk}\\,\\xin{k} + \\sum_{j=1}^{\\units{1}} \\biasi{1}{j} + \\biasi{2}{i}',
    because: wrong,
  },
  {
    tex: '= \\sum_{k=1}^{\\units{0}} \\Bigl(\\,\\sum_{j=1}^{\\units{1}} \\Wi{2}{ij}\\,\\Wi{1}{jk}\\Bigr)\\,\\xin{k} + \\sum_{j=1}^{\\units{1}} \\biasi{1}{j} + \\biasi{2}{i}',
    because: wrong,
  },
] satisfies readonly Claim[];
