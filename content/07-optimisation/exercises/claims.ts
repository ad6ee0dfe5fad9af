import type { Claim } from '@components/exercise/claims';

/** Relations between symbols in this chapter's exercises, and why they may stand there. */
export default [] satisfies readonly Claim[];
