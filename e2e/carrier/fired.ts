import type { FaultName } from "./fault";

export type Fired = {
  n: number;
  at: string;
  fault: FaultName;
  client_ref: string | null;
  to: string;
  /** Whether this call is in the ledger. */
  accepted: boolean;
};

/** Which faults were played on which calls; those of a killed carrier are forgotten. */
export function createFired() {
  const all: Fired[] = [];

  return {
    note(fired: Omit<Fired, "n" | "at">) {
      all.push({ n: all.length + 1, at: new Date().toISOString(), ...fired });
    },
    after: (n: number, fault: string | null) =>
      all.slice(n).filter((one) => fault === null || one.fault === fault),
  };
}
