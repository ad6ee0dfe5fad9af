import { loadWasmKernel } from '@engine';
import kernelUrl from '@engine/wasm/kernel.wasm?url';
import { expose } from 'comlink';
import { TrainingService } from './service';

// The worker's own file: the engine, waiting for a job.
expose(new TrainingService(() => loadWasmKernel(kernelUrl, { megabytes: 64 })));
