import fc from 'fast-check';

// A changed engine is to be noticed, not understood: no search for the smallest failing example.
fc.configureGlobal({ endOnFailure: true });
