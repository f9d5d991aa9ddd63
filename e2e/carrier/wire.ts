const pricePerSegment = 0.0072;

/** The test network of the numbering standard: no carrier has it. */
export const network = { network_code: "00101" };

export function priceOf(segments: number) {
  return { currency: "EUR", price: (segments * pricePerSegment).toFixed(4) };
}

/** Vonage writes whole seconds. */
export function timestamp(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
