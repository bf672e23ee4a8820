/** Pushes diagnostics to clients that cannot pull: one coalescing timer per document, always with the version they belong to. */

export interface Pushing {
  enabled(): boolean;
  open(): readonly string[];
  version(uri: string): number | undefined;
  send(uri: string): Promise<void>;
  clear(uri: string): Promise<void>;
  log(message: string): void;
}

export interface Diagnostics {
  /** The document changed: send when the typing pauses. */
  soon(uri: string): void;
  /** Anything else changed: send for all open documents. */
  all(): void;
  closed(uri: string): void;
  /** The client leaves: nothing is sent any more. */
  stop(): void;
}

/** A pause in typing, in milliseconds. */
const PAUSE = 200;

export function createDiagnostics(pushing: Pushing): Diagnostics {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const send = async (uri: string): Promise<void> => {
    timers.delete(uri);
    const version = pushing.version(uri);
    await pushing.send(uri).catch((e: unknown) => pushing.log(`diagnostics ${uri} version ${version ?? '–'}: ${e instanceof Error ? e.message : String(e)}`));
  };
  const soon = (uri: string) => {
    if (!pushing.enabled()) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => void send(uri), PAUSE),
    );
  };
  return {
    soon,
    all() {
      for (const uri of pushing.open()) soon(uri);
    },
    stop() {
      for (const t of timers.values()) clearTimeout(t);
      timers.clear();
    },
    closed(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      if (pushing.enabled()) void pushing.clear(uri).catch(() => {});
    },
  };
}
