/** Time as a parameter: protocols wait on this, never on setTimeout, so that tests can run them on a virtual clock. */
export interface Timer {
  /** Resolves after `ms` milliseconds; earlier, too, when `signal` aborts (the caller looks at the signal). */
  after(ms: number, signal?: AbortSignal): Promise<void>;
}
