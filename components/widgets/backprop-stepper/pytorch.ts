import { pythonList, pythonNumber } from '@components/figure/python';
import type { ActivationName } from '@engine';
import { activationsOf } from './derive';
import type { State } from './state';

const functions: Partial<Record<ActivationName, string>> = {
  sigmoid: 'torch.sigmoid',
  tanh: 'torch.tanh',
  relu: 'torch.relu',
};

/** The present sample through the same network in PyTorch: prints activations, δ and gradients. */
export function pytorch(state: State): string {
  const { x, y } = state.samples[state.sample]!;
  const column = (values: readonly number[]) => pythonList(values.map((value) => [value]));
  const f = activationsOf(state);
  const L = f.length;
  const parameters = state.W.map(
    (rows, i) =>
      `W${i + 1} = torch.tensor(${pythonList(rows)}, requires_grad=True)\n` +
      `b${i + 1} = torch.tensor(${column(state.b[i]!)}, requires_grad=True)`,
  );
  const forward = f.map((name, i) => {
    const l = i + 1;
    const z = `z${l} = W${l} @ a${i} + b${l}`;
    if (name === 'softmax') return `${z}\na${l} = torch.softmax(z${l}, dim=0)`;
    return `${z}\na${l} = ${functions[name] ? `${functions[name]}(z${l})` : `z${l}`}`;
  });
  const loss =
    state.loss === 'squaredError'
      ? `((a${L} - y) ** 2).sum() / 2`
      : `-(y * torch.log_softmax(z${L}, dim=0)).sum()`;
  const retained = f.map((_, i) => `z${i + 1}.retain_grad()`).join('; ');
  const prints = f.map(
    (_, i) =>
      `print("layer ${i + 1}: a =", a${i + 1}.flatten().tolist())\n` +
      `print("  delta =", z${i + 1}.grad.flatten().tolist())\n` +
      `print("  dW =", W${i + 1}.grad.tolist())\n` +
      `print("  db =", b${i + 1}.grad.flatten().tolist())`,
  );
  return [
    'import torch',
    'torch.set_default_dtype(torch.float64)',
    '',
    `x = torch.tensor(${column(x)})`,
    `y = torch.tensor(${column(y)})`,
    ...parameters,
    '',
    'a0 = x',
    ...forward,
    `loss = ${loss}`,
    retained,
    'loss.backward()',
    '',
    'print("loss", loss.item())',
    ...prints,
    '',
    `# One update with learning rate ${pythonNumber(state.alpha)}:`,
    'with torch.no_grad():',
    `    for p in [${f.map((_, i) => `W${i + 1}, b${i + 1}`).join(', ')}]:`,
    `        p -= ${pythonNumber(state.alpha)} * p.grad`,
    'print("W1 after the update", W1.tolist())',
    '',
  ].join('\n');
}
