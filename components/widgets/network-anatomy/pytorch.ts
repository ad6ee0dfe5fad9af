import type { State } from './model';

/** The present network in PyTorch: prints the shape of every weight and bias, and their number. */
export const pytorch = ({ sizes }: State): string => `import torch.nn as nn

sizes = [${sizes.join(', ')}]
layers = [nn.Linear(n_in, n_out) for n_in, n_out in zip(sizes, sizes[1:])]
for l, layer in enumerate(layers, start=1):
    print(f"layer {l}: W", list(layer.weight.shape), "b", list(layer.bias.shape))
print("parameters", sum(p.numel() for layer in layers for p in layer.parameters()))
`;
