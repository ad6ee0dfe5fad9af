import { dataOf, weightsOf } from '../tasks.mjs';

/**
 * The reference, = 1: what one writes by hand. Flat arrays in double precision, a sample after the
 * other, loops over units and inputs, gradients added up over the batch.
 * @param {import('../tasks.mjs').Task} task
 */
export function plain({ sizes, hidden, output, batch, points, rate, ...task }) {
  const { X, Y } = dataOf({ sizes, output, points, ...task });
  const L = sizes.length - 1;
  const W = weightsOf(sizes);
  const b = W.map((_, l) => new Float64Array(sizes[l + 1]));
  const dW = W.map((w) => new Float64Array(w.length));
  const db = b.map((v) => new Float64Array(v.length));
  const a = sizes.map((n) => new Float64Array(n));
  const delta = sizes.map((n) => new Float64Array(n));

  function forward(s) {
    for (let k = 0; k < sizes[0]; k++) a[0][k] = X[s * sizes[0] + k];
    for (let l = 0; l < L; l++) {
      const [w, bias, x, y] = [W[l], b[l], a[l], a[l + 1]];
      const n = x.length;
      for (let j = 0; j < y.length; j++) {
        let z = bias[j];
        for (let k = 0; k < n; k++) z += w[j * n + k] * x[k];
        if (l === L - 1 && output === 'softmax') y[j] = z;
        else y[j] = hidden === 'tanh' ? Math.tanh(z) : Math.max(0, z);
      }
    }
    if (output === 'softmax') softmax(a[L]);
  }

  function backward(s) {
    const last = a[L];
    for (let j = 0; j < last.length; j++) {
      const error = last[j] - Y[s * last.length + j];
      delta[L][j] = output === 'softmax' ? error : error * (1 - last[j] * last[j]);
    }
    for (let l = L - 1; l >= 0; l--) {
      const [w, x, d, below, gw, gb] = [W[l], a[l], delta[l + 1], delta[l], dW[l], db[l]];
      const n = x.length;
      for (let j = 0; j < d.length; j++) {
        gb[j] += d[j];
        for (let k = 0; k < n; k++) gw[j * n + k] += d[j] * x[k];
      }
      if (l === 0) continue;
      for (let k = 0; k < n; k++) {
        let sum = 0;
        for (let j = 0; j < d.length; j++) sum += w[j * n + k] * d[j];
        below[k] = sum * (hidden === 'tanh' ? 1 - x[k] * x[k] : x[k] > 0 ? 1 : 0);
      }
    }
  }

  function update(parameters, gradients) {
    for (let l = 0; l < L; l++) {
      const [p, g] = [parameters[l], gradients[l]];
      for (let k = 0; k < p.length; k++) {
        p[k] -= (rate / batch) * g[k];
        g[k] = 0;
      }
    }
  }

  let next = 0;
  return {
    step() {
      for (let i = 0; i < batch; i++) {
        forward(next);
        backward(next);
        next = (next + 1) % points;
      }
      update(W, dW);
      update(b, db);
    },
    weights: () => W,
  };
}

function softmax(z) {
  let max = z[0];
  for (let j = 1; j < z.length; j++) if (z[j] > max) max = z[j];
  let sum = 0;
  for (let j = 0; j < z.length; j++) {
    z[j] = Math.exp(z[j] - max);
    sum += z[j];
  }
  for (let j = 0; j < z.length; j++) z[j] /= sum;
}
