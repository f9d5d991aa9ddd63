export interface LedgerLine {
  client_ref: string;
  message_uuid: string;
  from: string;
  to: string;
  text: string;
}

/** The simulated carrier, as tests speak to it. Numbers are E.164. */
export function carrierControl(address: string) {
  const digits = (e164: string) => e164.replace(/\D/g, "");

  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${address}/control/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`The carrier refused ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  return {
    /** A patient texts us. */
    text: (from: string, to: string, text: string) =>
      post("inbound", { from: digits(from), to: digits(to), text }),
    /** What the receiver answered to one webhook, forged as asked. */
    webhook: (webhook: { kind: "inbound" | "status"; payload: unknown; forge?: string }) =>
      post("webhook", webhook) as Promise<{ status: number | null }>,
    /** Every text that reached the carrier for this number. */
    async sentTo(e164: string): Promise<LedgerLine[]> {
      const response = await fetch(`${address}/control/ledger?to=${digits(e164)}`);
      return (await response.json()) as LedgerLine[];
    },
  };
}
