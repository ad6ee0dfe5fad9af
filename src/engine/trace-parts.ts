import type { Activation } from './activations';
import type { Dropout } from './layers/dropout';
import type { NetworkLayer } from './network-layer';
import type { BatchOperand, BatchTraceStep } from './trace-batch-types';
import { softmaxDelta, softmaxUnit } from './trace-loss';

/** Numbers of a layer by unit and sample, both from 0. */
export type Grid = readonly (readonly number[])[];

/** A part of a layer, by scalar formulas: what it computes, and the record of each step. */
export interface PartTracer {
  forward(input: Grid): Grid;
  /** @param gradient ∂L/∂output. @returns ∂L/∂input */
  backward(gradient: Grid): Grid;
}

/** Takes a step down; unit, sample and `from` count from 0, −1 for none. @returns its value */
export type Recorder = (
  step: Pick<BatchTraceStep, 'kind' | 'phase' | 'value'> & {
    readonly unit: number;
    readonly sample: number;
    readonly from?: number;
  },
  operands: readonly BatchOperand[],
) => number;

/** An operand; indices and sample count from 0, −1 for no sample. */
export function operand(
  symbol: BatchOperand['symbol'],
  value: number,
  indices: readonly number[],
  sample = -1,
): BatchOperand {
  return { symbol, indices: indices.map((i) => i + 1), sample: sample + 1, value: value + 0 };
}

/** The grid of a formula for each unit and sample, unit by unit. */
export function grid(
  units: number,
  samples: number,
  formula: (unit: number, sample: number) => number,
): Grid {
  return Array.from({ length: units }, (_, j) =>
    Array.from({ length: samples }, (__, s) => formula(j, s)),
  );
}

/** z_j = Σ_k W_jk x_k + b_j; dW_jk = Σ_s g_js x_ks / m, db_j = Σ_s g_js / m; dx_k = Σ_j W_jk g_j. */
export function denseTracer({ W, b, units }: NetworkLayer, record: Recorder): PartTracer {
  let input: Grid = [];
  const weight = (j: number, k: number) => operand('W', W.at(j, k), [j, k]);
  return {
    forward(x) {
      input = x;
      return grid(units, x[0]!.length, (unit, sample) => {
        const bias = operand('b', b.at(unit, 0), [unit]);
        const sum = x.reduce((total, xk, k) => total + W.at(unit, k) * xk[sample]!, 0);
        const terms = x.flatMap((xk, k) => [
          weight(unit, k),
          operand('input', xk[sample]!, [k], sample),
        ]);
        const value = sum + b.at(unit, 0);
        return record({ kind: 'output', phase: 'forward', unit, sample, value }, [...terms, bias]);
      });
    },
    backward(g) {
      const m = g[0]!.length;
      const back = { phase: 'backward', sample: -1 } as const;
      g.forEach((gj, unit) => {
        const gradients = gj.map((value, s) => operand('gradient', value, [unit], s));
        input.forEach((xk, from) => {
          const sum = gj.reduce((total, value, s) => total + value * xk[s]!, 0);
          const terms = xk.flatMap((x, s) => [gradients[s]!, operand('input', x, [from], s)]);
          record({ ...back, kind: 'dW', unit, from, value: (1 / m) * sum }, terms);
        });
        const sum = gj.reduce((total, value) => total + value, 0);
        record({ ...back, kind: 'db', unit, value: (1 / m) * sum }, gradients);
      });
      return grid(input.length, m, (unit, sample) => {
        const value = g.reduce((total, gj, j) => total + W.at(j, unit) * gj[sample]!, 0);
        const terms = g.flatMap((gj, j) => [
          weight(j, unit),
          operand('gradient', gj[sample]!, [j], sample),
        ]);
        return record({ kind: 'inputGradient', phase: 'backward', unit, sample, value }, terms);
      });
    },
  };
}

/** a = f(x) and dx = g f′(x); softmax without `f`: dx_j = a_j (g_j − Σ_i a_i g_i). */
export function activationTracer(f: Activation | undefined, record: Recorder): PartTracer {
  let input: Grid = [];
  let output: Grid = [];
  const column = (values: Grid, s: number) => values.map((row) => row[s]!);
  return {
    forward(x) {
      input = x;
      output = grid(x.length, x[0]!.length, (unit, sample) => {
        const all = f ? [unit] : x.map((_, k) => k);
        const operands = all.map((k) => operand('input', x[k]![sample]!, [k], sample));
        const value = f ? f.value(x[unit]![sample]!) : softmaxUnit(column(x, sample), unit);
        return record({ kind: 'output', phase: 'forward', unit, sample, value }, operands);
      });
      return output;
    },
    backward(g) {
      const back = { kind: 'inputGradient', phase: 'backward' } as const;
      return grid(g.length, g[0]!.length, (unit, sample) => {
        const gradient = operand('gradient', g[unit]![sample]!, [unit], sample);
        if (f) {
          const [x, a] = [input[unit]![sample]!, output[unit]![sample]!];
          const slope = record(
            { kind: 'slope', phase: 'backward', unit, sample, value: f.derivative(x, a) },
            [operand('input', x, [unit], sample)],
          );
          const value = g[unit]![sample]! * slope;
          return record({ ...back, unit, sample, value }, [
            gradient,
            operand('slope', slope, [unit], sample),
          ]);
        }
        const [a, gs] = [column(output, sample), column(g, sample)];
        const terms = a.flatMap((ai, i) => [
          operand('gradient', gs[i]!, [i], sample),
          operand('output', ai, [i], sample),
        ]);
        return record({ ...back, unit, sample, value: softmaxDelta(a, gs, unit) }, terms);
      });
    },
  };
}

/** y = x ⊙ mask and dx = g ⊙ mask, in testing with 1 (classic: 1 − p) for the mask. */
export function dropoutTracer(dropout: Dropout, training: boolean, record: Recorder): PartTracer {
  const factor = dropout.form === 'classic' ? 1 - dropout.rate : 1;
  const maskAt = (j: number, s: number) => (training ? dropout.mask!.at(j, s) : factor);
  const through = (kind: 'output' | 'inputGradient', values: Grid) =>
    grid(values.length, values[0]!.length, (unit, sample) => {
      const forward = kind === 'output';
      const value = values[unit]![sample]! * maskAt(unit, sample);
      const symbol = forward ? 'input' : 'gradient';
      return record({ kind, phase: forward ? 'forward' : 'backward', unit, sample, value }, [
        operand(symbol, values[unit]![sample]!, [unit], sample),
        operand('mask', maskAt(unit, sample), [unit], training ? sample : -1),
      ]);
    });
  return {
    forward: (x) => through('output', x),
    backward: (g) => through('inputGradient', g),
  };
}
