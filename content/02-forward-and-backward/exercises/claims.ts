import type { Claim } from '@components/exercise/claims';

const wrong = 'The derivation of fb-bug-index: wrong on purpose from its third line on.';

/** What the exercises of chapter 2 relate in symbols alone. */
export default [
  {
    tex: '\\zi{l+1}{k} = \\sum_i \\Wi{l+1}{ki}\\,\\acti{l}{i} + \\biasi{l+1}{k}',
    restates: 'fb-next-layer',
  },
  { tex: '\\dd{\\zi{l+1}{k}}{\\acti{l}{j}} = \\Wi{l+1}{kj}', restates: 'fb-next-layer' },
  { tex: '\\dd{\\acti{l}{j}}{\\zi{l}{j}} = \\fp{l}(\\zi{l}{j})', restates: 'fb-a-scalar' },
  {
    tex: '\\dd{\\zi{l+1}{k}}{\\zi{l}{j}} = \\Wi{l+1}{kj}\\,\\fp{l}(\\zi{l}{j})',
    restates: 'fb-hidden-derivation',
  },
  {
    tex: '\\delti{l}{j} = \\sum_k \\delti{l+1}{k}\\,\\dd{\\zi{l+1}{k}}{\\zi{l}{j}}',
    restates: 'fb-hidden-derivation',
  },
  {
    tex: '\\delti{l}{j} = \\sum_k \\delti{l+1}{k}\\,\\Wi{l+1}{kj}\\,\\fp{l}(\\zi{l}{j})',
    restates: 'fb-hidden-derivation',
  },
  {
    tex: '\\delti{l}{j} = \\Bigl(\\sum_k \\delti{l+1}{k}\\,\\Wi{l+1}{kj}\\Bigr)\\,\\fp{l}(\\zi{l}{j})',
    restates: 'fb-delta-hidden-scalar',
  },
  {
    tex: '\\delti{1}{j} = \\bigl(\\sum_k \\delti{2}{k}\\,\\Wi{2}{kj}\\bigr)\\,\\acti{1}{j}\\,(1 - \\acti{1}{j})',
    restates: 'fb-delta-hidden-scalar',
  },
  { tex: '\\delti{l+1}{k} = \\dd{\\loss}{\\zi{l+1}{k}}', restates: 'fb-delta-def' },
  {
    tex: '\\delti{2}{k} = (\\acti{2}{k} - \\yout{k})\\,\\acti{2}{k}\\,(1 - \\acti{2}{k})',
    restates: 'fb-delta-output-scalar',
  },
  {
    tex: '\\delt{1} = \\bigl(\\Wt{2}\\,\\delt{2}\\bigr) \\had \\fp{1}(\\z{1})',
    restates: 'fb-delta-hidden',
  },
  { tex: '\\Zm{1} = \\W{1}\\,\\Xm + \\bias{1}\\,\\mathbf{1}^{\\top}', restates: 'fb-z-batch' },
  {
    tex: '\\dds{\\loss}{\\W{2}} = \\tfrac1m\\,\\Deltam{2}\\,\\Amt{1}',
    restates: 'fb-grad-w-batch',
  },
  {
    tex: '= \\sum_{k=1}^{\\units{l+1}} \\delti{l+1}{j}\\,\\dd{\\zi{l+1}{k}}{\\zi{l}{j}}',
    because: wrong,
  },
  {
    tex: '= \\sum_{k=1}^{\\units{l+1}} \\delti{l+1}{j}\\,\\dd{\\zi{l+1}{k}}{\\acti{l}{j}}\\,\\dd{\\acti{l}{j}}{\\zi{l}{j}}',
    because: wrong,
  },
  {
    tex: '= \\Bigl(\\,\\sum_{k=1}^{\\units{l+1}} \\delti{l+1}{j}\\,\\Wi{l+1}{kj}\\Bigr)\\,\\fp{l}(\\zi{l}{j})',
    because: wrong,
  },
] satisfies readonly Claim[];
